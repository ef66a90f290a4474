using System.Globalization;
using System.Text;

namespace Nearcall.EndToEnd.Load;

/// <summary>The bodies that are posted.</summary>
internal static class Bodies
{
    private const string Numbers = "<param><value><int>10</int></value></param><param><value><int>5</int></value></param>";

    private const string MulticallEntry =
        "<value><struct><member><name>methodName</name><value><string>add</string></value></member><member><name>params</name>"
        + "<value><array><data><value><int>10</int></value><value><int>5</int></value></data></array></value></member></struct></value>";

    public static Body Add { get; } = Xml("add", ">15<", () => Call("add", Numbers));

    public static Body AddJson { get; } = new("add.json", "application/json", () => """{"a":10,"b":5}""", "15") { Url = "/add" };

    /// <summary>The frame of gRPC: not compressed, four octets; field 1 is 10, field 2 is 5. The answer is a field 1 of 15.</summary>
    public static Body AddGrpc { get; } =
        new("add.grpc", "application/grpc", () => "\0\0\0\0\u0004\u0008\u000a\u0010\u0005", "\0\0\0\0\u0002\u0008\u000f");

    /// <summary>1,000 structs of four members, to a method that takes them as its own type.</summary>
    public static Body TypedReadings { get; } = Xml("readings-typed", "reading 999<", () => Call("echoReadings", ReadingStructs()));

    /// <summary>The same to a method that takes anything.</summary>
    public static Body Readings { get; } = Xml("readings", "reading 999<", () => Call("echo", ReadingStructs()));

    public static Body ReadingsJson { get; } =
        new("readings.json", "application/json", ReadingObjects, "reading 999\"") { Url = "/echo" };

    public static Body Multicall(int entries) => new(
        $"multicall-{entries}.xml", "text/xml", () => Call("system.multicall", Array(Repeat(MulticallEntry, entries))), ">15<")
    {
        Calls = entries,
    };

    /// <summary>A text of so many octets.</summary>
    public static Body Text(int size) => Xml(
        $"text-{size}", $">{size}<", () => Call("countText", $"<param><value><string>{new string('x', size)}</string></value></param>"));

    /// <summary>Base64 of so many octets.</summary>
    public static Body Base64(int size)
    {
        var length = size / 4 * 3;
        string Value() => Convert.ToBase64String([.. Enumerable.Range(0, length).Select(i => (byte)i)]);
        return Xml($"base64-{size}", $">{length}<", () => Call("countOctets", $"<param><value><base64>{Value()}</base64></value></param>"));
    }

    /// <summary>An array of ints of so many octets.</summary>
    public static Body Ints(int size)
    {
        const string Value = "<value><int>1234567</int></value>";
        var count = Math.Max(1, size / Value.Length);
        return Xml($"ints-{size}", $">{count}<", () => Call("countInts", Array(Repeat(Value, count))));
    }

    private static Body Xml(string name, string expected, Func<string> text) => new($"{name}.xml", "text/xml", text, expected);

    private static string Call(string method, string parameters) =>
        $"""<?xml version="1.0"?><methodCall><methodName>{method}</methodName><params>{parameters}</params></methodCall>""";

    private static string Array(string values) => $"<param><value><array><data>{values}</data></array></value></param>";

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string ReadingStructs()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 1000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<value><struct><member><name>id</name><value><int>{i}</int></value></member>")
                .Append(CultureInfo.InvariantCulture, $"<member><name>name</name><value><string>reading {i}</string></value></member>")
                .Append(CultureInfo.InvariantCulture, $"<member><name>value</name><value><double>{i + 0.25}</double></value></member>")
                .Append(CultureInfo.InvariantCulture, $"<member><name>valid</name><value><boolean>{i % 2}</boolean></value></member>")
                .Append("</struct></value>");
        }

        return Array(text.ToString());
    }

    private static string ReadingObjects() => "[" + string.Join(',', Enumerable.Range(0, 1000).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":{{i}},"name":"reading {{i}}","value":{{i + 0.25}},"valid":{{(i % 2 == 1 ? "true" : "false")}}}"""))) + "]";
}
