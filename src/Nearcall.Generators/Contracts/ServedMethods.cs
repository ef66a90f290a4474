using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Chooses the methods that a server offers.</summary>
internal static class ServedMethods
{
    /// <summary>
    /// Of the methods of one name with the same arguments takes one: an asynchronous one if there is any, else the first. They are the
    /// forms of one procedure, or one that hides another: what is said of one of them is said of all.
    /// </summary>
    public static IEnumerable<MethodModel> Choose(IEnumerable<MethodModel> methods) =>
        methods.GroupBy(static method => method.WireSignature, StringComparer.Ordinal)
            .Select(static group => Choose([.. group]))
            .Where(static method => method.IsServed);

    private static MethodModel Choose(List<MethodModel> forms)
    {
        var chosen = forms.Find(static form => form.Result.IsAsynchronous) ?? forms[0];
        return chosen with
        {
            Help = chosen.Help ?? forms.Find(static form => form.Help is not null)?.Help,
            Metadata = forms.SelectMany(static form => form.Metadata).Distinct().ToEquatableArray(),
            IsServed = forms.TrueForAll(static form => form.IsServed),
        };
    }
}
