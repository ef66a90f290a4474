using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Nearcall.Tests.Wire;

/// <summary>
/// Reads a call as the rules say and in the plainest way: a tree from System.Xml, a regular expression for each scalar.
/// </summary>
internal static partial class DifferentialCallOracle
{
    private const string Apache = "http://ws.apache.org/xmlrpc/namespaces/extensions";

    /// <summary>Reads a call.</summary>
    /// <returns>The name of its method and its parameters; null where a rule is broken.</returns>
    public static XmlRpcArray? Read(DifferentialXmlElement root)
    {
        if (root.Name != "methodCall" || !root.HasOnlyElements || root.Children is not [{ Name: "methodName" } name, ..])
        {
            return null;
        }

        if (name.Children.Count > 0 || !MethodName().IsMatch(name.Text))
        {
            return null;
        }

        return root.Children switch
        {
            [_] => [name.Text],
            [_, { Name: "params", HasOnlyElements: true } parameters] => Join(name.Text, ReadAll(parameters, ReadParameter)),
            _ => null,
        };
    }

    private static XmlRpcArray? Join(string name, IReadOnlyList<XmlRpcValue>? parameters) =>
        parameters is null ? null : XmlRpcArray.Create([name, .. parameters]);

    private static XmlRpcValue? ReadParameter(DifferentialXmlElement element) =>
        element is { Name: "param", HasOnlyElements: true, Children: [var value] } ? ReadValue(value) : null;

    private static XmlRpcValue? ReadValue(DifferentialXmlElement value) => value switch
    {
        { Name: not "value" } => null,
        { Children: [] } => value.Text,
        { HasOnlyElements: true, Children: [var typed] } => ReadTyped(typed),
        _ => null,
    };

    private static XmlRpcValue? ReadTyped(DifferentialXmlElement element) => element switch
    {
        { Name: "struct", HasOnlyElements: true } => ReadStruct(element),
        { Name: "array", HasOnlyElements: true, Children: [{ Name: "data", HasOnlyElements: true } data] } =>
            ReadAll(data, ReadValue) is { } items ? XmlRpcArray.Create(items) : (XmlRpcValue?)null,
        { Children.Count: > 0 } => null,
        { Name: "string" } => element.Text,
        { Name: "int" or "i4" } => ReadWhole(element.Text, int.MinValue, int.MaxValue) is { } number ? (XmlRpcValue?)(int)number : null,
        { Name: "i8" } => ReadWhole(element.Text, long.MinValue, long.MaxValue),
        { LocalName: "i8", Uri: Apache } => ReadWhole(element.Text, long.MinValue, long.MaxValue),
        { Name: "nil" } or { LocalName: "nil", Uri: Apache } => element.Text.Length == 0 ? (XmlRpcValue?)XmlRpcValue.Nil : null,
        { Name: "boolean" } => element.Text switch { "0" => false, "1" => true, _ => (XmlRpcValue?)null },
        { Name: "double" } => ReadDouble(element.Text),
        { Name: "dateTime.iso8601" } => ReadDate(element.Text),
        { Name: "base64" } => ReadBase64(element.Text),
        _ => null,
    };

    private static XmlRpcValue? ReadStruct(DifferentialXmlElement element)
    {
        var members = new Dictionary<string, XmlRpcValue>();
        foreach (var member in element.Children)
        {
            if (member is not { Name: "member", HasOnlyElements: true, Children: [{ Name: "name", Children: [] } name, var value] }
                || ReadValue(value) is not { } content
                || !members.TryAdd(name.Text, content))
            {
                return null;
            }
        }

        return new XmlRpcStruct(members);
    }

    private static List<XmlRpcValue>? ReadAll(DifferentialXmlElement element, Func<DifferentialXmlElement, XmlRpcValue?> read)
    {
        var values = element.Children.Select(read).ToList();
        return values.Contains(null) ? null : [.. values.Select(value => value!.Value)];
    }

    private static long? ReadWhole(string text, long least, long greatest) =>
        Whole().IsMatch(text) && BigInteger.Parse(text, CultureInfo.InvariantCulture) is var number && number >= least && number <= greatest
            ? (long)number
            : null;

    private static XmlRpcValue? ReadDouble(string text) =>
        Double().IsMatch(text) && double.Parse(text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? number
            : (XmlRpcValue?)null;

    private static XmlRpcValue? ReadDate(string text) =>
        DateTime.TryParseExact(text, "yyyyMMdd'T'HH':'mm':'ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : (XmlRpcValue?)null;

    private static XmlRpcValue? ReadBase64(string text)
    {
        var digits = Blank().Replace(text, "");
        if (!Base64().IsMatch(digits))
        {
            return null;
        }

        // Bits beyond the last octet are zero: nothing that was sent is dropped.
        var octets = Convert.FromBase64String(digits);
        return Convert.ToBase64String(octets) == digits ? octets : (XmlRpcValue?)null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.:/]+\z")]
    private static partial Regex MethodName();

    [GeneratedRegex(@"\A[+-]?[0-9]+\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\A[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)\z")]
    private static partial Regex Double();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\A([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\z")]
    private static partial Regex Base64();
}
