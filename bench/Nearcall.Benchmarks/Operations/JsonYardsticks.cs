using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Nearcall.Benchmarks.Documents;

namespace Nearcall.Benchmarks.Operations;

/// <summary>The same values as JSON, by System.Text.Json with generated code.</summary>
internal static class JsonYardsticks
{
    public static IEnumerable<Operation> All =>
    [
        new("json-read-structs-typed", () => Read(DocumentValues.Orders(), OrderJsonContext.Default.OrderArray)),
        new("json-read-structs-tree", () => Tree(DocumentValues.Orders(), OrderJsonContext.Default.OrderArray)),
        new("json-read-ints-typed", () => Read(DocumentValues.Ints(), OrderJsonContext.Default.Int32Array)),
        new("json-read-ints-tree", () => Tree(DocumentValues.Ints(), OrderJsonContext.Default.Int32Array)),
        new("json-read-base64", () => Read(DocumentValues.Octets(), OrderJsonContext.Default.ByteArray)),
        new("json-read-text", () => Read(DocumentValues.Prose(), OrderJsonContext.Default.String)),
        new("json-write-structs-typed", () => Write(DocumentValues.Orders(), OrderJsonContext.Default.OrderArray)),
        new("json-write-ints-typed", () => Write(DocumentValues.Ints(), OrderJsonContext.Default.Int32Array)),
        new("json-write-base64", () => Write(DocumentValues.Octets(), OrderJsonContext.Default.ByteArray)),
        new("json-write-text", () => Write(DocumentValues.Prose(), OrderJsonContext.Default.String)),
    ];

    private static Func<long> Read<T>(T value, JsonTypeInfo<T> type)
        where T : class
    {
        var document = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return () => JsonSerializer.Deserialize(document, type) is Array array ? array.Length : 1;
    }

    private static Func<long> Tree<T>(T value, JsonTypeInfo<T> type)
    {
        var document = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return () =>
        {
            var array = JsonNode.Parse(document)!.AsArray();
            long sum = 0;
            foreach (var item in array)
            {
                // A node reads nothing before it is asked.
                sum += item is JsonObject members ? members.Count : item!.GetValue<int>();
            }

            return sum;
        };
    }

    private static Func<long> Write<T>(T value, JsonTypeInfo<T> type)
    {
        var output = new FixedBuffer(CallDocument.GreatestLength);
        return () =>
        {
            output.Clear();
            using var writer = new Utf8JsonWriter((IBufferWriter<byte>)output);
            JsonSerializer.Serialize(writer, value, type);
            writer.Flush();
            return output.Written.Length;
        };
    }
}
