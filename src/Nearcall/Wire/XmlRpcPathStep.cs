namespace Nearcall;

/// <summary>An element around a place.</summary>
/// <param name="Element">Which.</param>
/// <param name="Name">A member's name, once it was read.</param>
/// <param name="Index">The parameter or item that was begun last; -1 before the first.</param>
internal readonly record struct XmlRpcPathStep(XmlRpcPathElement Element, string? Name = null, long Index = -1);
