namespace Nearcall;

/// <summary>What <c>system.methodSignature</c> answers of a method (R61, R62).</summary>
internal static class MethodSignatures
{
    private const string AnyType = "any";

    /// <summary>
    /// Lists the signatures of all forms; none where one of them takes or gives values of any type, or arguments of any number, as the
    /// rest would then not be all.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IEnumerable<XmlRpcMethod> forms, XmlRpcDialect dialect)
    {
        var signatures = new List<IReadOnlyList<string>>();
        foreach (var form in forms)
        {
            if (form.Signatures.Count == 0 || form.Signatures.Any(static signature => signature.Contains(AnyType)))
            {
                return [];
            }

            signatures.AddRange(form.Signatures.Select(signature => WithResult(signature, form, dialect)));
        }

        return signatures;
    }

    /// <summary>A method that gives nothing is answered with what the dialect has for that.</summary>
    private static IReadOnlyList<string> WithResult(IReadOnlyList<string> signature, XmlRpcMethod method, XmlRpcDialect dialect) =>
        method.ResultType == typeof(void) && dialect.WriteNil ? [XmlRpcKind.Nil.ElementName, .. signature.Skip(1)] : signature;
}
