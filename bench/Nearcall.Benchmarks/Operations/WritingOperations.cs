using Nearcall.Benchmarks.Documents;

namespace Nearcall.Benchmarks.Operations;

/// <summary>Values to messages, into a buffer that is there before.</summary>
internal static class WritingOperations
{
    public static IEnumerable<Operation> All =>
    [
        new("write-add", Add),
        new("write-structs-typed", () => Typed(DocumentValues.Orders())),
        new("write-structs-tree", () => Tree(CallDocument.Of(DocumentValues.Orders()))),
        new("write-ints-typed", () => Typed(DocumentValues.Ints())),
        new("write-ints-tree", () => Tree(CallDocument.Of(DocumentValues.Ints()))),
        new("write-base64", () => Typed(DocumentValues.Octets())),
        new("write-text", () => Typed(DocumentValues.Prose())),
        new("write-text-foreign", () => Typed(DocumentValues.ForeignProse())),
    ];

    private static Func<long> Add()
    {
        var converter = XmlRpcConverter.For<int>();
        var output = new FixedBuffer(1024);
        return () =>
        {
            output.Clear();
            var writer = new XmlRpcWriter(output);
            writer.WriteStartMethodCall("add");
            writer.WriteStartParameter();
            converter.Write(ref writer, 10);
            writer.WriteEndParameter();
            writer.WriteStartParameter();
            converter.Write(ref writer, 5);
            writer.WriteEndParameter();
            writer.WriteEndMethodCall();
            writer.Flush();
            return output.Written.Length;
        };
    }

    private static Func<long> Typed<T>(T value)
    {
        var converter = XmlRpcConverter.For<T>();
        var output = new FixedBuffer(CallDocument.GreatestLength);
        return () =>
        {
            output.Clear();
            var writer = new XmlRpcWriter(output);
            writer.WriteStartMethodCall("echo");
            writer.WriteStartParameter();
            converter.Write(ref writer, value);
            writer.WriteEndParameter();
            writer.WriteEndMethodCall();
            writer.Flush();
            return output.Written.Length;
        };
    }

    private static Func<long> Tree(byte[] document)
    {
        var value = XmlRpcMethodCall.Read(document, limits: XmlRpcLimits.Default with { MaxBytes = CallDocument.GreatestLength }).Parameters[0];
        var output = new FixedBuffer(CallDocument.GreatestLength);
        return () =>
        {
            output.Clear();
            var writer = new XmlRpcWriter(output);
            writer.WriteStartMethodCall("echo");
            writer.WriteStartParameter();
            writer.WriteValue(value);
            writer.WriteEndParameter();
            writer.WriteEndMethodCall();
            writer.Flush();
            return output.Written.Length;
        };
    }
}
