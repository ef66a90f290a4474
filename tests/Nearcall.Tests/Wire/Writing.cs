using System.Buffers;
using System.Text;

namespace Nearcall.Tests.Wire;

internal delegate void WriteAction(ref XmlRpcWriter writer);

/// <summary>Runs a writer and shows what it wrote, or how it refused to.</summary>
internal static class Writing
{
    public const string Prolog = """<?xml version="1.0" encoding="utf-8"?>""";

    public const string Namespace = " xmlns:ex=\"http://ws.apache.org/xmlrpc/namespaces/extensions\"";

    public static XmlRpcDialect Extensions { get; } = XmlRpcDialect.Strict with { WriteExtensions = true };

    public static string Text(WriteAction write, XmlRpcDialect? dialect = null)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new XmlRpcWriter(output, dialect);
        write(ref writer);
        writer.Flush();
        Assert.Equal(output.WrittenCount, writer.BytesWritten);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static XmlRpcFormatException Refusal(WriteAction write, XmlRpcDialect? dialect = null) =>
        Assert.Throws<XmlRpcFormatException>(() => Text(write, dialect));

    /// <summary>The refusal of a value that stands in the second item of a member of the second parameter.</summary>
    public static XmlRpcFormatException RefusalWithin(WriteAction write, XmlRpcDialect? dialect = null) => Refusal(
        (ref writer) =>
        {
            writer.WriteStartMethodCall("add");
            writer.WriteStartParameter();
            writer.WriteInt32(1);
            writer.WriteEndParameter();
            writer.WriteStartParameter();
            writer.WriteStartStruct();
            writer.WriteStartMember("a");
            writer.WriteStartArray();
            writer.WriteInt32(2);
            write(ref writer);
        },
        dialect);

    /// <summary>Where <see cref="RefusalWithin"/> puts its value.</summary>
    public const string PathWithin = "params[1].a[1]";

    /// <summary>What <see cref="RefusalWithin"/> writes before its value.</summary>
    public static int OffsetWithin { get; } =
        (Prolog + "<methodCall><methodName>add</methodName><params><param><value><int>1</int></value></param>"
            + "<param><value><struct><member><name>a</name><value><array><data><value><int>2</int></value>").Length;

    public static void IsRefusal(XmlRpcFormatException refusal, string problem, string rule, string? @switch, string path, long offset)
    {
        Assert.Equal(problem, refusal.Problem);
        Assert.Equal(rule, refusal.Rule);
        Assert.Equal(@switch, refusal.Switch);
        Assert.Equal(path, refusal.Path);
        Assert.Equal(offset, refusal.Offset);
        Assert.Equal(XmlRpcFaultCodes.InternalError, refusal.FaultCode);
        Assert.Null(refusal.Transcoded);
        var place = path.Length == 0 ? "" : path + ", ";
        var advice = @switch is null ? "" : $" {@switch} would write it.";
        Assert.Equal($"{problem} At {place}byte {offset}; rule {rule}.{advice}", refusal.Message);
    }
}
