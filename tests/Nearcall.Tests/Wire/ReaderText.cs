using System.Text;

namespace Nearcall.Tests.Wire;

/// <summary>Reads texts, and states in full how one is refused: code, rule, switch, path and offset.</summary>
internal static class ReaderText
{
    /// <summary>Stands in a text that is refused where the error's offset points.</summary>
    public const string Mark = "¦";

    private const string CallStart = "<methodCall><methodName>m</methodName><params><param>";
    private const string CallEnd = "</param></params></methodCall>";

    /// <summary>A call whose only parameter is the value given.</summary>
    public static string CallOf(string value) => CallStart + value + CallEnd;

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Reads a value that stands alone.</summary>
    public static XmlRpcValue ReadValue(string value, XmlRpcDialect? dialect = null, XmlRpcLimits? limits = null) =>
        new XmlRpcReader(Utf8(value), dialect, limits).ReadValue();

    /// <summary>Reads a value of a type: what stands between <c>&lt;value&gt;</c> and <c>&lt;/value&gt;</c>.</summary>
    public static XmlRpcValue ReadTyped(string type, XmlRpcDialect? dialect = null) => ReadValue($"<value>{type}</value>", dialect);

    /// <summary>Reads a call: the name of its method, then its parameters.</summary>
    public static XmlRpcArray ReadCall(string call, XmlRpcDialect? dialect = null)
    {
        var reader = new XmlRpcReader(Utf8(call), dialect);
        reader.ReadStartMethodCall();
        var parts = new List<XmlRpcValue> { Encoding.UTF8.GetString(reader.MethodName) };
        while (reader.ReadNextParameter())
        {
            parts.Add(reader.ReadValue());
        }

        reader.ReadEndParameters();
        return XmlRpcArray.Create(parts);
    }

    /// <summary>Reads an answer; an empty one is nil.</summary>
    public static XmlRpcResult<XmlRpcValue> ReadResponse(string response, XmlRpcDialect? dialect = null)
    {
        var reader = new XmlRpcReader(Utf8(response), dialect);
        XmlRpcResult<XmlRpcValue> result = reader.ReadStartMethodResponse() switch
        {
            XmlRpcResponseType.Result => new(reader.ReadValue()),
            XmlRpcResponseType.Fault => new(reader.ReadFault()),
            _ => new(XmlRpcValue.Nil),
        };
        reader.ReadEndMethodResponse();
        return result;
    }

    /// <summary>States that a call's only parameter is refused, with the mark in what stands in its <c>value</c>.</summary>
    public static void RefuseTyped(
        string type,
        string? rule,
        string? @switch = null,
        int faultCode = XmlRpcFaultCodes.InvalidMessage,
        string path = "params[0]",
        XmlRpcDialect? dialect = null) =>
        RefuseCall(CallOf($"<value>{type}</value>"), rule, @switch, faultCode, path, dialect);

    /// <summary>States that a call is refused.</summary>
    public static void RefuseCall(
        string call,
        string? rule,
        string? @switch = null,
        int faultCode = XmlRpcFaultCodes.InvalidMessage,
        string path = "",
        XmlRpcDialect? dialect = null) =>
        Refuse(call, text => ReadCall(text, dialect), rule, @switch, faultCode, path);

    /// <summary>States that an answer is refused.</summary>
    public static void RefuseResponse(
        string response,
        string? rule,
        string? @switch = null,
        int faultCode = XmlRpcFaultCodes.InvalidMessage,
        string path = "",
        XmlRpcDialect? dialect = null) =>
        Refuse(response, text => ReadResponse(text, dialect), rule, @switch, faultCode, path);

    private static void Refuse(string marked, Action<string> read, string? rule, string? @switch, int faultCode, string path)
    {
        var mark = marked.IndexOf(Mark, StringComparison.Ordinal);
        Assert.True(mark >= 0 && mark == marked.LastIndexOf(Mark, StringComparison.Ordinal), "The text needs one mark.");

        var exception = Assert.Throws<XmlRpcFormatException>(() => read(marked.Remove(mark, Mark.Length)));

        var (place, offset) = (exception.Offset, Encoding.UTF8.GetByteCount(marked.AsSpan(0, mark)));
        Assert.Equal(
            (faultCode, rule, Name(@switch), path, (long?)offset),
            (exception.FaultCode, exception.Rule, exception.Switch, exception.Path, place));
        Assert.Contains(exception.Problem, exception.Message, StringComparison.Ordinal);
    }

    private static string? Name(string? @switch) =>
        @switch is null or ['X', 'm', 'l', ..] ? @switch : $"{nameof(XmlRpcDialect)}.{@switch}";
}
