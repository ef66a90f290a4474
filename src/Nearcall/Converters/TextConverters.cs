using System.Globalization;

namespace Nearcall;

internal sealed class BooleanConverter : XmlRpcConverter<bool>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Boolean;

    public override bool Read(ref XmlRpcReader reader) => reader.ReadBoolean();

    public override void Write(ref XmlRpcWriter writer, bool value) => writer.WriteBoolean(value);
}

internal sealed class StringConverter : XmlRpcConverter<string>
{
    public override XmlRpcKind? Kind => XmlRpcKind.String;

    public override string Read(ref XmlRpcReader reader) => reader.ReadString();

    public override void Write(ref XmlRpcWriter writer, string value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteString(value);
    }
}

internal sealed class ByteArrayConverter : XmlRpcConverter<byte[]>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Base64;

    public override byte[] Read(ref XmlRpcReader reader) => reader.ReadBase64();

    public override void Write(ref XmlRpcWriter writer, byte[] value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteBase64(value);
    }
}

internal sealed class MemoryConverter : XmlRpcConverter<ReadOnlyMemory<byte>>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Base64;

    public override ReadOnlyMemory<byte> Read(ref XmlRpcReader reader) => reader.ReadBase64();

    public override void Write(ref XmlRpcWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBase64(value.Span);
}

internal sealed class WritableMemoryConverter : XmlRpcConverter<Memory<byte>>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Base64;

    public override Memory<byte> Read(ref XmlRpcReader reader) => reader.ReadBase64();

    public override void Write(ref XmlRpcWriter writer, Memory<byte> value) => writer.WriteBase64(value.Span);
}

/// <summary>A string of one UTF-16 unit; half of a surrogate pair cannot travel (R22).</summary>
internal sealed class CharConverter : XmlRpcConverter<char>
{
    public override XmlRpcKind? Kind => XmlRpcKind.String;

    public override char Read(ref XmlRpcReader reader)
    {
        var text = reader.ReadString();
        return text.Length == 1 ? text[0] : throw reader.CreateUnexpectedTextException("A text of one character (one UTF-16 unit)");
    }

    public override void Write(ref XmlRpcWriter writer, char value) => writer.WriteString([value]);
}

/// <summary>A string: <c>0f8fad5b-d9cb-469f-a165-70867728950e</c>. The other usual forms are read as well.</summary>
internal sealed class GuidConverter : XmlRpcConverter<Guid>
{
    public override XmlRpcKind? Kind => XmlRpcKind.String;

    public override Guid Read(ref XmlRpcReader reader) =>
        Guid.TryParse(reader.ReadString(), CultureInfo.InvariantCulture, out var identifier)
            ? identifier
            : throw reader.CreateUnexpectedTextException("A Guid, such as 0f8fad5b-d9cb-469f-a165-70867728950e,");

    public override void Write(ref XmlRpcWriter writer, Guid value) => writer.WriteString(value.ToString("D"));
}

/// <summary>A string, absolute or relative, as it was given.</summary>
internal sealed class UriConverter : XmlRpcConverter<Uri>
{
    public override XmlRpcKind? Kind => XmlRpcKind.String;

    public override Uri Read(ref XmlRpcReader reader)
    {
        var text = reader.ReadString();

        // On Unix alone "/a" would be taken for the name of a file.
        var kind = text.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        return Uri.TryCreate(text, kind, out var uri) ? uri : throw reader.CreateUnexpectedTextException("A URI");
    }

    public override void Write(ref XmlRpcWriter writer, Uri value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteString(value.OriginalString);
    }
}
