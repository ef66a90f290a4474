namespace Nearcall.Client.Tests.Infrastructure;

internal static class Order
{
    public static T[] Shuffled<T>(this IEnumerable<T> items, Random random)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
