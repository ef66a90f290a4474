namespace Nearcall;

/// <summary>The names by which a method signature calls the kinds: those of their elements (R61).</summary>
internal static class XmlRpcSignature
{
    /// <summary>The element name of the kind; <c>any</c> where it is open.</summary>
    public static string ToSignature(this XmlRpcKind? kind) => kind?.ElementName ?? "any";
}
