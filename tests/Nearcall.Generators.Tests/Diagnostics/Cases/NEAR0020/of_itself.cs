// NEAR0020: 'NumberConverter' cannot convert 'Tree': it converts 'int'
using Nearcall;

public record Forest([[|XmlRpcConverter(typeof(NumberConverter))|]] Tree Tree);

public class Tree : List<Tree>;

public class NumberConverter : XmlRpcConverter<int>
{
    public override int Read(ref XmlRpcReader reader) => reader.ReadInt32();

    public override void Write(ref XmlRpcWriter writer, int value) => writer.WriteInt32(value);
}
