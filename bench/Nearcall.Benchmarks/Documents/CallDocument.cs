using System.Buffers;
using System.Text;

namespace Nearcall.Benchmarks.Documents;

/// <summary>Whole messages as octets. Each is a call with one parameter, but for <see cref="Add"/>, which has two.</summary>
internal static class CallDocument
{
    /// <summary>More than the longest document.</summary>
    public const int GreatestLength = 48 << 20;

    public static byte[] Add() => "<?xml version=\"1.0\"?><methodCall><methodName>add</methodName><params><param><value><int>10</int></value></param><param><value><int>5</int></value></param></params></methodCall>"u8.ToArray();

    /// <summary>A <c>system.multicall</c> of so many calls of <c>add</c>.</summary>
    public static byte[] Multicall(int entries)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new XmlRpcWriter(output);
        writer.WriteStartMethodCall("system.multicall");
        writer.WriteStartParameter();
        writer.WriteStartArray();
        for (var entry = 0; entry < entries; entry++)
        {
            writer.WriteStartStruct();
            writer.WriteStartMember("methodName"u8);
            writer.WriteString("add"u8);
            writer.WriteEndMember();
            writer.WriteStartMember("params"u8);
            writer.WriteStartArray();
            writer.WriteInt32(entry);
            writer.WriteInt32(5);
            writer.WriteEndArray();
            writer.WriteEndMember();
            writer.WriteEndStruct();
        }

        writer.WriteEndArray();
        writer.WriteEndParameter();
        writer.WriteEndMethodCall();
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>As a server writes it that indents.</summary>
    public static byte[] Indented(byte[] document) =>
        Encoding.UTF8.GetBytes(System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(document)).ToString());

    /// <summary>Base64 in lines, as Python writes it.</summary>
    public static byte[] LinedBase64(byte[] octets)
    {
        var text = Convert.ToBase64String(octets, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n");
        return Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\"?><methodCall><methodName>echo</methodName><params><param><value><base64>{text}</base64></value></param></params></methodCall>");
    }

    /// <summary>A value as this library writes it.</summary>
    public static byte[] Of<T>(T value)
    {
        var converter = XmlRpcConverter.For<T>();
        var output = new ArrayBufferWriter<byte>();
        var writer = new XmlRpcWriter(output);
        writer.WriteStartMethodCall("echo");
        writer.WriteStartParameter();
        converter.Write(ref writer, value);
        writer.WriteEndParameter();
        writer.WriteEndMethodCall();
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }
}
