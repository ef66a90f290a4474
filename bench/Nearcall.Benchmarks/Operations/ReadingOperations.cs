using System.Buffers;
using Nearcall.Benchmarks.Documents;

namespace Nearcall.Benchmarks.Operations;

/// <summary>Messages to values, through the reader as it stands: every check and limit is on.</summary>
internal static class ReadingOperations
{
    public static IEnumerable<Operation> All =>
    [
        new("read-add", () => Typed2(CallDocument.Add())),
        new("read-add-indented", () => Typed2(CallDocument.Indented(CallDocument.Add()))),
        new("read-structs-typed", () => Typed<Order[]>(CallDocument.Of(DocumentValues.Orders()))),
        new("read-structs-tree", () => Tree(CallDocument.Of(DocumentValues.Orders()))),
        new("read-structs-typed-indented", () => Typed<Order[]>(CallDocument.Indented(CallDocument.Of(DocumentValues.Orders())))),
        new("read-structs-tree-indented", () => Tree(CallDocument.Indented(CallDocument.Of(DocumentValues.Orders())))),
        new("read-ints-typed", () => Typed<int[]>(CallDocument.Of(DocumentValues.Ints()))),
        new("read-ints-tree", () => Tree(CallDocument.Of(DocumentValues.Ints()))),
        new("read-base64", () => Typed<byte[]>(CallDocument.Of(DocumentValues.Octets()))),
        new("read-base64-kept", () => KeptBase64(CallDocument.Of(DocumentValues.Octets()))),
        new("read-base64-lines", () => Typed<byte[]>(CallDocument.LinedBase64(DocumentValues.Octets()))),
        new("read-text", () => Typed<string>(CallDocument.Of(DocumentValues.Prose()))),
        new("read-text-kept", () => KeptText(CallDocument.Of(DocumentValues.Prose()))),
        new("read-text-foreign", () => Typed<string>(CallDocument.Of(DocumentValues.ForeignProse()))),
    ];

    private static Func<long> Typed2(byte[] document)
    {
        var converter = XmlRpcConverter.For<int>();
        return () =>
        {
            var reader = new XmlRpcReader(document);
            reader.ReadStartMethodCall();
            long sum = reader.MethodName.Length;
            reader.ReadStartParameter("a");
            sum += converter.Read(ref reader);
            reader.ReadStartParameter("b");
            sum += converter.Read(ref reader);
            reader.ReadEndParameters();
            return sum;
        };
    }

    private static Func<long> Typed<T>(byte[] document)
        where T : class
    {
        var converter = XmlRpcConverter.For<T>();
        return () =>
        {
            var reader = new XmlRpcReader(document);
            reader.ReadStartMethodCall();
            reader.ReadStartParameter("value");
            var value = converter.Read(ref reader);
            reader.ReadEndParameters();
            return value is Array array ? array.Length : ((string)(object)value).Length;
        };
    }

    /// <summary>Into one buffer again and again.</summary>
    private static Func<long> KeptBase64(byte[] document)
    {
        var octets = new ArrayBufferWriter<byte>();
        return () =>
        {
            var reader = new XmlRpcReader(document);
            reader.ReadStartMethodCall();
            reader.ReadStartParameter("value");
            octets.ResetWrittenCount();
            reader.ReadBase64(octets);
            reader.ReadEndParameters();
            return octets.WrittenCount;
        };
    }

    /// <inheritdoc cref="KeptBase64"/>
    private static Func<long> KeptText(byte[] document)
    {
        var text = new ArrayBufferWriter<char>();
        return () =>
        {
            var reader = new XmlRpcReader(document);
            reader.ReadStartMethodCall();
            reader.ReadStartParameter("value");
            text.ResetWrittenCount();
            reader.ReadString(text);
            reader.ReadEndParameters();
            return text.WrittenCount;
        };
    }

    private static Func<long> Tree(byte[] document) => () =>
    {
        var reader = new XmlRpcReader(document);
        reader.ReadStartMethodCall();
        reader.ReadStartParameter("value");
        var value = reader.ReadValue();
        reader.ReadEndParameters();
        return value.AsArray().Count;
    };
}
