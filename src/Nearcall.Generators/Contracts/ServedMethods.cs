namespace Nearcall.Generators.Contracts;

/// <summary>Chooses the methods that a server offers.</summary>
internal static class ServedMethods
{
    /// <summary>
    /// Of the methods of one name with the same arguments takes one: an asynchronous one if there is any, else the first. They are the
    /// forms of one procedure, or one that hides another.
    /// </summary>
    public static IEnumerable<MethodModel> Choose(IEnumerable<MethodModel> methods) =>
        methods.Where(static method => method.IsServed)
            .GroupBy(static method => method.WireSignature, StringComparer.Ordinal)
            .Select(static group => group.FirstOrDefault(static method => method.Result.IsAsynchronous) ?? group.First());
}
