using System.Globalization;
using System.Text;

namespace Nearcall.EndToEnd.Load;

/// <summary>The bodies that are posted, written to files when they are first asked for.</summary>
internal static class Bodies
{
    private const string Xml = "text/xml";

    private const string AddCall = "<params><param><value><int>10</int></value></param><param><value><int>5</int></value></param></params>";

    public static Body Add { get; } = new(Write("add.xml", Call("add", AddCall)), Xml, ">15<");

    public static Body AddJson { get; } = new(Write("add.json", """{"a":10,"b":5}"""), "application/json", "15", Path: "/add");

    /// <summary>The frame of gRPC: not compressed, four octets; field 1 is 10, field 2 is 5. The answer is a field 1 of 15.</summary>
    public static Body AddGrpc { get; } =
        new(Write("add.grpc", "\0\0\0\0\u0004\u0008\u000a\u0010\u0005"), "application/grpc", "\0\0\0\0\u0002\u0008\u000f");

    public static Body Multicall(int entries) => new(
        Write($"multicall-{entries}.xml", Call("system.multicall", Multicalls(entries))), Xml, ">15<", Calls: entries);

    /// <summary>1,000 structs of four members.</summary>
    public static Body Readings(string method) =>
        new(Write($"{method}.xml", Call(method, ReadingStructs())), Xml, "reading 999<");

    public static Body ReadingsJson { get; } =
        new(Write("readings.json", ReadingObjects()), "application/json", "reading 999\"", Path: "/echo");

    private static string Call(string method, string parameters) =>
        $"""<?xml version="1.0"?><methodCall><methodName>{method}</methodName>{parameters}</methodCall>""";

    private static string Multicalls(int entries)
    {
        var entry = "<value><struct><member><name>methodName</name><value><string>add</string></value></member><member><name>params</name>"
            + "<value><array><data><value><int>10</int></value><value><int>5</int></value></data></array></value></member></struct></value>";
        return $"<params><param><value><array><data>{string.Concat(Enumerable.Repeat(entry, entries))}</data></array></value></param></params>";
    }

    private static string ReadingStructs()
    {
        var text = new StringBuilder("<params><param><value><array><data>");
        for (var i = 0; i < 1000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<value><struct><member><name>id</name><value><int>{i}</int></value></member>")
                .Append(CultureInfo.InvariantCulture, $"<member><name>name</name><value><string>reading {i}</string></value></member>")
                .Append(CultureInfo.InvariantCulture, $"<member><name>value</name><value><double>{i + 0.25}</double></value></member>")
                .Append(CultureInfo.InvariantCulture, $"<member><name>valid</name><value><boolean>{i % 2}</boolean></value></member></struct></value>");
        }

        return text.Append("</data></array></value></param></params>").ToString();
    }

    private static string ReadingObjects() => "[" + string.Join(',', Enumerable.Range(0, 1000).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":{{i}},"name":"reading {{i}}","value":{{i + 0.25}},"valid":{{(i % 2 == 1 ? "true" : "false")}}}"""))) + "]";

    private static string Write(string name, string text)
    {
        var path = Path.Combine(Repository.Artifacts, name);
        File.WriteAllText(path, text, Encoding.Latin1);
        return path;
    }
}
