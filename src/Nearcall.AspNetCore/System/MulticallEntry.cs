namespace Nearcall;

/// <summary>One call of a multicall: what is called, and where its arguments stand.</summary>
internal struct MulticallEntry
{
    /// <summary>The method; for a name that is not registered, what takes such calls.</summary>
    public ServedMethod Served;

    /// <summary>The name as it came; null for a method that is registered.</summary>
    public string? Name;

    /// <summary>The octets of the message before the entry.</summary>
    public int Start;

    /// <summary>The reader before the array of arguments, counting from <see cref="Start"/>.</summary>
    public XmlRpcReaderState Parameters;

    /// <summary>Whether the entry leaves its arguments out, and the dialect takes that as none.</summary>
    public bool HasNoParameters;

    /// <summary>Why this is no proper call.</summary>
    public XmlRpcFault? Refusal;
}
