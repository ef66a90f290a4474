using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Names.@class))]
[assembly: XmlRpcConvertible(typeof(Types.Names.Camel))]
[assembly: XmlRpcConvertible(typeof(Types.Names.Snake))]

namespace Types.Names;

public record @class(int @int, string Reader, bool HasReader, [XmlRpcMember("a\"b\\ü")] int Quoted);

[XmlRpcStruct(Naming = XmlRpcNaming.CamelCase)]
public record Camel(int ID, int HTTPStatus, int CreatedAt, int X);

[XmlRpcStruct(Naming = XmlRpcNaming.SnakeCase)]
public class Snake
{
    public int CreatedAt { get; set; }

    public int HTTPStatus { get; set; }

    [XmlRpcMember("created_at")]
    public int Twice { get; set; }

    [XmlRpcMember(Ignore = true)]
    public int Secret { get; set; }

    [XmlRpcMember("Writer")]
    public string? Value { get; set; }
}
