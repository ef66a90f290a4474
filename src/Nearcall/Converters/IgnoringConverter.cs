namespace Nearcall;

internal sealed class IgnoringConverter : XmlRpcConverter<object?>
{
    public override object? Read(ref XmlRpcReader reader)
    {
        reader.Skip();
        return null;
    }

    public override void Write(ref XmlRpcWriter writer, object? value) => writer.WriteNil();
}
