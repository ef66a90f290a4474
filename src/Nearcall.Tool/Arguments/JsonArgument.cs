using System.Text;
using System.Text.Json;

namespace Nearcall.Tool.Arguments;

/// <summary>
/// Reads JSON as a value: an object is a struct, an array an array, null is nil. A number with a point or an exponent is a double,
/// any other an int, or an i8 where an int is too small.
/// </summary>
internal static class JsonArgument
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    public static XmlRpcValue Parse(string text, ArgumentFiles files)
    {
        try
        {
            using var document = text.StartsWith('@')
                ? JsonDocument.Parse(WithoutByteOrderMark(files.Read(text[1..])), Options)
                : JsonDocument.Parse(text, Options);
            return Value(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException($"this is no JSON that can be sent ({e.Message.TrimEnd('.')})");
        }
        catch (InvalidOperationException)
        {
            throw new FormatException("a string of this JSON holds half a character");
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(byte[] octets) =>
        octets.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? octets.AsMemory(Encoding.UTF8.Preamble.Length) : octets;

    private static XmlRpcValue Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new XmlRpcStruct(
            element.EnumerateObject().Select(static member => KeyValuePair.Create(member.Name, Value(member.Value)))),
        JsonValueKind.Array => XmlRpcArray.Create(element.EnumerateArray().Select(Value)),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => XmlRpcValue.Nil,
    };

    private static XmlRpcValue Number(JsonElement element)
    {
        var text = element.GetRawText();
        if (text.AsSpan().ContainsAny('.', 'e', 'E'))
        {
            return element.TryGetDouble(out var number) && double.IsFinite(number)
                ? number
                : throw new FormatException($"the number {text} is too large for a double");
        }

        if (element.TryGetInt32(out var small))
        {
            return small;
        }

        return element.TryGetInt64(out var large) ? large : throw new FormatException($"the number {text} is too large for an i8");
    }
}
