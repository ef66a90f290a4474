using System.Numerics;
using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Scalars.All))]
[assembly: XmlRpcConvertible(typeof(int))]
[assembly: XmlRpcConvertible(typeof(List<string>))]
[assembly: XmlRpcConvertible(typeof(Dictionary<string, XmlRpcValue>))]

namespace Types.Scalars;

public class All
{
    public bool Bool { get; set; }
    public sbyte SByte { get; set; }
    public byte Byte { get; set; }
    public short Short { get; set; }
    public ushort UShort { get; set; }
    public int Int { get; set; }
    public uint UInt { get; set; }
    public long Long { get; set; }
    public ulong ULong { get; set; }
    public float Float { get; set; }
    public double Double { get; set; }
    public Half Half { get; set; }
    public decimal Decimal { get; set; }
    public BigInteger BigInteger { get; set; }
    public char Char { get; set; }
    public string String { get; set; } = "";
    public Guid Guid { get; set; }
    public Uri Uri { get; set; } = new("a:b");
    public DateTime DateTime { get; set; }
    public DateTimeOffset DateTimeOffset { get; set; }
    public DateOnly DateOnly { get; set; }
    public TimeOnly TimeOnly { get; set; }
    public byte[] Octets { get; set; } = [];
    public ReadOnlyMemory<byte> Memory { get; set; }
    public XmlRpcValue Value { get; set; }
    public XmlRpcStruct Struct { get; set; } = [];
    public XmlRpcArray Array { get; set; } = [];
    public XmlRpcDateTime Date { get; set; }
    public XmlRpcBigDecimal BigDecimal { get; set; }
}
