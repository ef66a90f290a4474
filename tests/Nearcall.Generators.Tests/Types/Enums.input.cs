using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Enums.Color))]
[assembly: XmlRpcConvertible(typeof(Types.Enums.Octet))]
[assembly: XmlRpcConvertible(typeof(Types.Enums.Wide))]
[assembly: XmlRpcConvertible(typeof(Types.Enums.Nothing))]
[assembly: XmlRpcConvertible(typeof(DayOfWeek))]

namespace Types.Enums;

public enum Color
{
    Red = 1,
    Green,
    Verde = Green,

    [XmlRpcMember(Ignore = true)]
    Infrared,
}

public enum Octet : byte
{
    None,
    All = 255,
}

public enum Wide : ulong
{
    None,
    Greatest = long.MaxValue,
}

public enum Nothing : short;
