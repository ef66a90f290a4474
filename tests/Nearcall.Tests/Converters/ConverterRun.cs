using System.Buffers;
using System.Text;

namespace Nearcall.Tests.Converters;

/// <summary>Runs converters on texts.</summary>
internal static class ConverterRun
{
    /// <summary>Writes and reads everything.</summary>
    public static readonly XmlRpcDialect Open = XmlRpcDialect.Tolerant with
    {
        AllowEmptyScalar = false,
        WriteNil = true,
        WriteExtensions = true,
        WriteZeroDate = true,
        WriteDateZone = XmlRpcDateZone.Write,
        WriteDateFraction = XmlRpcDateFraction.Write,
    };

    public static string Write<T>(T value, XmlRpcDialect? dialect = null) => Write(XmlRpcConverter.For<T>(), value, dialect);

    public static string Write<T>(XmlRpcConverter<T> converter, T value, XmlRpcDialect? dialect = null)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new XmlRpcWriter(output, dialect ?? Open);
        converter.Write(ref writer, value);
        writer.Flush();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static T Read<T>(string text, XmlRpcDialect? dialect = null) => Read(XmlRpcConverter.For<T>(), text, dialect);

    /// <summary>Reads a value and makes sure that the reader stands behind it.</summary>
    public static T Read<T>(XmlRpcConverter<T> converter, string text, XmlRpcDialect? dialect = null)
    {
        var utf8 = Encoding.UTF8.GetBytes($"<value><array><data>{text}<value><int>7</int></value></data></array></value>");
        var reader = new XmlRpcReader(utf8, dialect ?? Open);
        reader.ReadStartArray();
        Assert.True(reader.ReadNextItem());
        var value = converter.Read(ref reader);
        Assert.True(reader.ReadNextItem());
        Assert.Equal(7, reader.ReadInt32());
        Assert.False(reader.ReadNextItem());
        return value;
    }

    public static XmlRpcFormatException ReadFails<T>(string text, XmlRpcDialect? dialect = null) =>
        Assert.Throws<XmlRpcFormatException>(() => Read<T>(text, dialect));

    /// <summary>Writes a value, compares the element it travels in, and reads it back.</summary>
    public static T RoundTrip<T>(T value, XmlRpcKind? kind)
    {
        Assert.Equal(kind, XmlRpcConverter.For<T>().Kind);
        var text = Write(value);
        var read = Read<XmlRpcValue>(text);
        Assert.Equal(kind ?? read.Kind, read.Kind);
        return Read<T>(text);
    }
}
