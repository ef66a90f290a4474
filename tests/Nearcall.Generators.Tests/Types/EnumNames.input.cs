using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.EnumNames.Level))]
[assembly: XmlRpcConvertible(typeof(Types.EnumNames.Places))]

namespace Types.EnumNames;

[XmlRpcEnum(XmlRpcEnumForm.Name, Naming = XmlRpcNaming.SnakeCase)]
public enum Level : long
{
    VeryLow,

    [XmlRpcMember("{top}")]
    High = long.MaxValue,
}

public enum Color
{
    Red,
    Green,
}

public record Places(
    [XmlRpcEnum(XmlRpcEnumForm.Name)] Color Name,
    Color Number,
    [XmlRpcEnum(XmlRpcEnumForm.Name)] Dictionary<string, Color?[]> Inside,
    [XmlRpcEnum(XmlRpcEnumForm.Number)] Level Level);
