namespace Nearcall.Generators.Text;

/// <summary>What list patterns would say; they need types that this framework lacks.</summary>
internal static class OnlyItem
{
    /// <summary>The only item of a sequence; null if there are none or several.</summary>
    public static T? OnlyOne<T>(this IEnumerable<T> items)
        where T : class
    {
        T? only = null;
        foreach (var item in items)
        {
            if (only is not null)
            {
                return null;
            }

            only = item;
        }

        return only;
    }
}
