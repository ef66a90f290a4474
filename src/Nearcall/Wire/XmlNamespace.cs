namespace Nearcall;

/// <summary>A namespace that an open element declares, before those of the elements around it.</summary>
/// <param name="Prefix">The prefix; empty for the default namespace.</param>
/// <param name="Uri">What the prefix stands for.</param>
/// <param name="ElementDepth">The number of elements around the one that declares it.</param>
/// <param name="Outer">The namespace declared before this one, if any.</param>
internal sealed record XmlNamespace(string Prefix, string Uri, int ElementDepth, XmlNamespace? Outer)
{
    public const string Apache = "http://ws.apache.org/xmlrpc/namespaces/extensions";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    public const string Xmlns = "http://www.w3.org/2000/xmlns/";

    /// <summary>The number of namespaces in scope, this one included.</summary>
    public int Count { get; } = Outer is null ? 1 : Outer.Count + 1;
}
