namespace Nearcall;

/// <summary>What is known of a procedure without calling it: its name, its parameters, its result, its help.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public abstract class XmlRpcMethodDescription
{
    private protected XmlRpcMethodDescription(string name, IReadOnlyList<XmlRpcParameter> parameters, XmlRpcKind? resultKind)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(parameters);
        Name = name;
        Parameters = parameters;
        ResultKind = resultKind;
    }

    private protected XmlRpcMethodDescription(string name, XmlRpcMethodDescription other)
        : this(name, other.Parameters, other.ResultKind)
    {
        ResultType = other.ResultType;
        Help = other.Help;
        IsHidden = other.IsHidden;
        TakesStream = other.TakesStream;
        GivesStream = other.GivesStream;
        Metadata = other.Metadata;
    }

    /// <summary>The name on the wire (R07 to R09).</summary>
    public string Name { get; }

    /// <summary>The parameters in their order, those that the server fills in included.</summary>
    public IReadOnlyList<XmlRpcParameter> Parameters { get; }

    /// <summary>The kind of the result; null where it may be any.</summary>
    public XmlRpcKind? ResultKind { get; }

    /// <summary>The type of the result: <see cref="Void"/> where the method gives none; null where it is not known.</summary>
    public Type? ResultType { get; private protected init; }

    /// <summary>What <c>system.methodHelp</c> answers (R63). Default: empty.</summary>
    public string Help { get; init; } = "";

    /// <summary>Whether <c>system.listMethods</c> leaves the method out (R60). Default: no. A hidden method can be called.</summary>
    public bool IsHidden { get; init; }

    /// <summary>
    /// Whether the last argument is a <see cref="Stream"/> that arrives while the method reads it. Default: no. Such a method cannot be
    /// called within <c>system.multicall</c>.
    /// </summary>
    public bool TakesStream { get; init; }

    /// <summary>Whether the result is sent while it comes into being. Such a method cannot be called within <c>system.multicall</c>.</summary>
    internal bool GivesStream { get; private protected init; }

    /// <summary>What the server knows of the method beyond the protocol, such as authorisation attributes. Default: empty.</summary>
    public IReadOnlyList<object> Metadata { get; init; } = [];

    /// <summary>
    /// What <c>system.methodSignature</c> answers (R61): for each form of the method the element names of its types, that of
    /// the result first. Optional parameters make a form for each number of arguments. Empty where the method takes arguments of any
    /// number.
    /// </summary>
    public virtual IReadOnlyList<IReadOnlyList<string>> Signatures
    {
        get
        {
            var parameters = Parameters.Where(static parameter => parameter.IsOnWire).ToList();
            if (parameters.Exists(static parameter => parameter.IsVariadic))
            {
                return [];
            }

            string[] whole = [ResultKind.ToSignature(), .. parameters.Select(static parameter => parameter.Kind.ToSignature())];
            var least = parameters.TakeWhile(static parameter => !parameter.IsOptional).Count();
            return [.. Enumerable.Range(least, parameters.Count - least + 1).Select(count => whole[..(count + 1)])];
        }
    }
}
