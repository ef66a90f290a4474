using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>A method of a contract.</summary>
/// <param name="Source">The method as its author wrote it, for a comment.</param>
/// <param name="Owner">The interface that declares it, for a client that implements it.</param>
/// <param name="Name">The C# name, a keyword with its at sign.</param>
/// <param name="Target">What a server calls, of <c>service</c>, up to the arguments.</param>
/// <param name="WireName">The name on the wire, prefix included.</param>
/// <param name="IsStruct">Whether the arguments travel as the members of one struct.</param>
/// <param name="Parameters">The parameters in their order.</param>
/// <param name="Result">The result.</param>
/// <param name="IsIdempotent">See <c>XmlRpcMethodAttribute.Idempotent</c>.</param>
/// <param name="TimeoutMilliseconds">See <c>XmlRpcMethodAttribute.TimeoutMilliseconds</c>.</param>
/// <param name="IsHidden">See <c>XmlRpcMethodAttribute.Hidden</c>.</param>
/// <param name="Help">The expression of the help text; null where there is none.</param>
/// <param name="Metadata">The expressions of the attributes that a server knows of.</param>
/// <param name="IsServed">Whether a server may offer it: not where it could not know who may call.</param>
internal sealed record MethodModel(
    string Source,
    string Owner,
    string Name,
    string Target,
    string WireName,
    bool IsStruct,
    EquatableArray<ParameterModel> Parameters,
    ResultModel Result,
    bool IsIdempotent,
    int TimeoutMilliseconds,
    bool IsHidden,
    string? Help,
    EquatableArray<string> Metadata,
    bool IsServed = true)
{
    /// <summary>The parameters whose arguments travel.</summary>
    public IEnumerable<ParameterModel> WireParameters => Parameters.Where(static parameter => parameter.IsOnWire);

    /// <summary>What makes two methods of one name the same to a caller: the types of their arguments.</summary>
    public string WireSignature =>
        WireName + "(" + string.Join(", ", WireParameters.Select(static parameter => parameter.Source + " " + parameter.Type)) + (IsStruct ? ") struct" : ")");

    /// <summary>The beginning of the names of what is generated for the method.</summary>
    public string Stem => WithoutAsync(Name.TrimStart('@')).ToLargeFirst();

    /// <summary>The C# name without <c>Async</c> at its end.</summary>
    public static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
}
