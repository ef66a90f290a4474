using System.Numerics;
using System.Reflection;
using System.Text;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>
/// Every switch for reading: a document that the strict dialect refuses, naming the switch, and reads with that one switch.
/// </summary>
public sealed class DialectSwitchTests
{
    private const string Text = "<member><name>faultString</name><value>t</value></member>";
    private const string Apache = "xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'";

    private static readonly XmlRpcValue InZone = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(-1));

    private static readonly XmlRpcStruct Last = new() { ["a"] = "2" };

    private static readonly XmlRpcValue Epoch = XmlRpcValue.ExtensionDateTime(DateTimeOffset.UnixEpoch);

    /// <summary>Switches of what lies around a message: its content type, and what client and server make of values.</summary>
    private static readonly string[] Elsewhere =
    [
        nameof(XmlRpcDialect.AllowAnyContentType),
        nameof(XmlRpcDialect.AllowBareMulticallResults),
        nameof(XmlRpcDialect.AllowMulticallWithoutParams),
        nameof(XmlRpcDialect.AllowFlatSignature),
        nameof(XmlRpcDialect.AllowUnknownMembers),
    ];

    /// <summary>Calls: the switch, the rule, the call, and the name of its method with its parameters.</summary>
    private static readonly List<(string Switch, string Rule, string Call, XmlRpcArray Expected)> Calls =
    [
        (nameof(XmlRpcDialect.AllowLeadingText), "R06", "Notice: x\n<?xml version='1.0'?>" + Typed("1"), ["m", "1"]),
        (nameof(XmlRpcDialect.AllowAnyMethodName), "R08", "<methodCall><methodName>a-b</methodName></methodCall>", ["a-b"]),
        (nameof(XmlRpcDialect.AllowMethodNameWhiteSpace), "R08", "<methodCall><methodName>\n m </methodName></methodCall>", ["m"]),
        (nameof(XmlRpcDialect.AllowUnknownElements), "R41", "<methodCall><id>1</id><methodName>m</methodName></methodCall>", ["m"]),
        (nameof(XmlRpcDialect.AllowScalarWhiteSpace), "R14", Typed("<int> 7\n</int>"), ["m", 7]),
        (nameof(XmlRpcDialect.AllowScalarWhiteSpace), "R16", Typed("<boolean>\t1</boolean>"), ["m", true]),
        (nameof(XmlRpcDialect.AllowScalarWhiteSpace), "R19", Typed("<double> .5 </double>"), ["m", 0.5]),
        (nameof(XmlRpcDialect.AllowScalarWhiteSpace), "R72", Typed("<nil> </nil>"), ["m", XmlRpcValue.Nil]),
        (nameof(XmlRpcDialect.AllowEmptyScalar), "R13", Typed("<int/>"), ["m", XmlRpcValue.Nil]),
        (nameof(XmlRpcDialect.AllowEmptyScalar), "R16", Typed("<boolean></boolean>"), ["m", XmlRpcValue.Nil]),
        (nameof(XmlRpcDialect.AllowEmptyScalar), "R17", Typed("<double></double>"), ["m", XmlRpcValue.Nil]),
        (nameof(XmlRpcDialect.AllowEmptyScalar), "R32", Typed("<dateTime.iso8601></dateTime.iso8601>"), ["m", XmlRpcValue.Nil]),
        (nameof(XmlRpcDialect.AllowWideInt), "R15", Typed("<int>4294967296</int>"), ["m", 4294967296]),
        (nameof(XmlRpcDialect.AllowBooleanWords), "R16", Typed("<boolean>TRUE</boolean>"), ["m", true]),
        (nameof(XmlRpcDialect.AllowDoubleExponent), "R17", Typed("<double>-1.5E-3</double>"), ["m", -0.0015]),
        (nameof(XmlRpcDialect.AllowNonFiniteDouble), "R18", Typed("<double>-Infinity</double>"), ["m", double.NegativeInfinity]),
        (nameof(XmlRpcDialect.AllowNonFiniteDouble), "R18", Typed("<double>nan</double>"), ["m", double.NaN]),
        (nameof(XmlRpcDialect.AllowControlCharacters), "R22", Typed("a\u0001b"), ["m", "a\u0001b"]),
        (nameof(XmlRpcDialect.AllowControlCharacters), "R22", Typed("a&#0;&#xFFFE;b"), ["m", "a\0\uFFFEb"]),
        (nameof(XmlRpcDialect.AllowDateDashes), "R32", Date("2026-11-22T10:00:00"), ["m", new DateTime(2026, 11, 22, 10, 0, 0)]),
        (nameof(XmlRpcDialect.AllowDateZone), "R32", Date("20261122T10:00:00-0100"), ["m", InZone]),
        (nameof(XmlRpcDialect.AllowDateFraction), "R32", Date("20261122T10:00:00.5"), ["m", new DateTime(2026, 11, 22, 10, 0, 0, 500)]),
        (nameof(XmlRpcDialect.AllowDateEndOfDay), "R32", Date("20261122T24:00:00"), ["m", new DateTime(2026, 11, 23)]),
        (nameof(XmlRpcDialect.AllowDateLeapSecond), "R32", Date("20261231T23:59:60"), ["m", new DateTime(2027, 1, 1)]),
        (nameof(XmlRpcDialect.AllowZeroDate), "R32", Date("00000000T00:00:00"), ["m", default(XmlRpcDateTime)]),
        (nameof(XmlRpcDialect.AllowBase64Url), "R33", Typed("<base64>-_8=</base64>"), ["m", new byte[] { 0xFB, 0xFF }]),
        (nameof(XmlRpcDialect.AllowBase64MissingPadding), "R33", Typed("<base64>+/8</base64>"), ["m", new byte[] { 0xFB, 0xFF }]),
        (nameof(XmlRpcDialect.AllowArrayWithoutData), "R38", Typed("<array/>"), ["m", XmlRpcArray.Empty]),
        (nameof(XmlRpcDialect.AllowUnknownTypes), "R41", Typed("<number>5</number>"), ["m", "5"]),
        (nameof(XmlRpcDialect.AllowUndeclaredPrefix), "R73", Typed("<ex:i8>5</ex:i8>"), ["m", 5L]),
        (nameof(XmlRpcDialect.ReadExtensions), "R74", Typed($"<ex:i1 {Apache}>5</ex:i1>"), ["m", XmlRpcValue.I1(5)]),
        (nameof(XmlRpcDialect.ReadExtensions), "R74", Typed("<biginteger>5</biginteger>"), ["m", new BigInteger(5)]),
        (nameof(XmlRpcDialect.ReadExtensions), "R75", Typed("<dateTime>1970-01-01T00:00:00Z</dateTime>"), ["m", Epoch]),
        (nameof(XmlRpcDialect.ReadDom), "R76", Typed($"<ex:dom {Apache}><a/></ex:dom>"), ["m", XmlRpcValue.Dom("<a/>"u8)]),
        (nameof(XmlRpcDialect.ReadSerializable), "R76", Typed("<serializable>QQ==</serializable>"), ["m", XmlRpcValue.Serializable("A"u8)]),
        (nameof(XmlRpcDialect.DuplicateMembers), "R36", Typed($"<struct>{Member("a", "")}{Member("a", "2")}</struct>"), ["m", Last]),
    ];

    /// <summary>Answers: the switch, the rule, the answer, and its result, or its fault's code and text.</summary>
    private static readonly List<(string Switch, string Rule, string Response, XmlRpcArray Expected)> Responses =
    [
        (nameof(XmlRpcDialect.AllowLeadingText), "R06", " <?xml version='1.0'?><methodResponse><params><param><value/></param></params>"
            + "</methodResponse>", [""]),
        (nameof(XmlRpcDialect.AllowMissingResult), "R45", "<methodResponse><params></params></methodResponse>", [XmlRpcValue.Nil]),
        (nameof(XmlRpcDialect.AllowFaultMembers), "R47", Fault(Code("<int>1</int>") + Text + Member("x", "")), [1, "t"]),
        (nameof(XmlRpcDialect.AllowFaultCodeKinds), "R47", Fault(Code("<string>1</string>") + Text), [1, "t"]),
        (nameof(XmlRpcDialect.AllowFaultWithoutString), "R47", Fault(Code("<int>1</int>")), [1, ""]),
        (nameof(XmlRpcDialect.AllowFaultWithoutString), "R47", Fault(Text), [0, "t"]),
    ];

    /// <summary>Switches that are on in the strict dialect: the switch, the rule, a call.</summary>
    private static readonly List<(string Switch, string Rule, string Call)> TurnedOff =
    [
        (nameof(XmlRpcDialect.ReadNil), "R71", Typed("<nil/>")),
        (nameof(XmlRpcDialect.ReadNil), "R71", Typed($"<ex:nil {Apache}/>")),
        (nameof(XmlRpcDialect.ReadI8), "R74", Typed("<i8>5</i8>")),
        (nameof(XmlRpcDialect.ReadI8), "R74", Typed($"<ex:i8 {Apache}>5</ex:i8>")),
    ];

    public static TheoryData<int> CallRows { get; } = [.. Enumerable.Range(0, Calls.Count)];

    public static TheoryData<int> ResponseRows { get; } = [.. Enumerable.Range(0, Responses.Count)];

    public static TheoryData<int> TurnedOffRows { get; } = [.. Enumerable.Range(0, TurnedOff.Count)];

    [Fact]
    public void Table_HoldsEverySwitchForReading()
    {
        var switches = typeof(XmlRpcDialect).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.Name)
            .Where(name => !name.StartsWith("Write", StringComparison.Ordinal));

        var covered = Calls.Select(row => row.Switch)
            .Concat(Responses.Select(row => row.Switch))
            .Concat(TurnedOff.Select(row => row.Switch))
            .Concat(Elsewhere);

        Assert.Empty(switches.Except(covered));
    }

    [Theory]
    [MemberData(nameof(CallRows))]
    public void Switch_Call_IsReadWithItAloneAndRefusedWithout(int row)
    {
        var (name, rule, call, expected) = Calls[row];
        var refusal = Assert.Throws<XmlRpcFormatException>(() => ReadCall(call));

        Assert.Equal((rule, $"XmlRpcDialect.{name}"), (refusal.Rule, refusal.Switch));
        Assert.Contains($"XmlRpcDialect.{name} would accept it.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(expected, ReadCall(call, DialectSwitch.StrictWith(name)));
        if (name is not (nameof(XmlRpcDialect.ReadDom) or nameof(XmlRpcDialect.ReadSerializable)))
        {
            Assert.Equal(expected, ReadCall(call, XmlRpcDialect.Tolerant));
        }
    }

    [Theory]
    [MemberData(nameof(ResponseRows))]
    public void Switch_Response_IsReadWithItAloneAndRefusedWithout(int row)
    {
        var (name, rule, response, expected) = Responses[row];
        var refusal = Assert.Throws<XmlRpcFormatException>(() => ReadResponse(response));

        Assert.Equal((rule, $"XmlRpcDialect.{name}"), (refusal.Rule, refusal.Switch));
        Assert.Equal(expected, Parts(ReadResponse(response, DialectSwitch.StrictWith(name))));
        Assert.Equal(expected, Parts(ReadResponse(response, XmlRpcDialect.Tolerant)));
    }

    [Theory]
    [MemberData(nameof(TurnedOffRows))]
    public void Switch_TurnedOff_Refuses(int row)
    {
        var (name, rule, call) = TurnedOff[row];

        Assert.Equal(2, ReadCall(call).Count);
        var refusal = Assert.Throws<XmlRpcFormatException>(() => ReadCall(call, DialectSwitch.StrictWithout(name)));
        Assert.Equal((rule, $"XmlRpcDialect.{name}"), (refusal.Rule, refusal.Switch));
    }

    [Fact]
    public void Tolerant_ReadsACallWithEveryDepartureAtOnce()
    {
        var parameters = Calls.Where(row => row.Call.StartsWith("<methodCall><methodName>m<", StringComparison.Ordinal))
            .Where(row => row.Switch is not (nameof(XmlRpcDialect.ReadDom) or nameof(XmlRpcDialect.ReadSerializable)))
            .ToList();
        var call = new StringBuilder("\n<?xml version='1.0'?><methodCall><x/><methodName> m </methodName><params>");
        foreach (var (_, _, one, _) in parameters)
        {
            call.Append(one.AsSpan(one.IndexOf("<param>", StringComparison.Ordinal)..one.IndexOf("</params>", StringComparison.Ordinal)));
        }

        var values = ReadCall(call.Append("</params></methodCall>").ToString(), XmlRpcDialect.Tolerant);

        Assert.Equal(["m", .. parameters.Select(row => row.Expected[1])], values);
    }

    private static XmlRpcArray Parts(XmlRpcResult<XmlRpcValue> result) =>
        result.Fault is { } fault ? [fault.Code, fault.Text] : [result.Value];

    private static string Typed(string type) => CallOf($"<value>{type}</value>");

    private static string Date(string text) => Typed($"<dateTime.iso8601>{text}</dateTime.iso8601>");

    private static string Fault(string members) =>
        $"<methodResponse><fault><value><struct>{members}</struct></value></fault></methodResponse>";

    private static string Code(string type) => Member("faultCode", type);

    private static string Member(string name, string type) => $"<member><name>{name}</name><value>{type}</value></member>";
}
