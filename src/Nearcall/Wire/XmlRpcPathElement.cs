namespace Nearcall;

/// <summary>The elements that a path goes through.</summary>
internal enum XmlRpcPathElement : byte
{
    Parameters,
    Items,
    Member,
    Value,
    Fault,
}
