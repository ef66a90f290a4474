using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Flags.Access))]
[assembly: XmlRpcConvertible(typeof(Types.Flags.Small))]
[assembly: XmlRpcConvertible(typeof(Types.Flags.Rights))]

namespace Types.Flags;

[Flags]
public enum Access : uint
{
    None = 0,
    Read = 1,
    Write = 2,
}

[Flags]
public enum Small : sbyte
{
    Low = 1,
    All = -1,
}

[Flags]
[XmlRpcEnum(XmlRpcEnumForm.Name, Naming = XmlRpcNaming.CamelCase)]
public enum Rights
{
    Read = 1,
    Write = 2,
    Change = 3,
}
