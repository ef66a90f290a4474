using System.Globalization;
using System.Text;
using System.Xml;
using Nearcall.Benchmarks.Documents;

namespace Nearcall.Benchmarks.Operations;

/// <summary>
/// What the framework's XML costs: <see cref="XmlReader"/> merely walking the same octets, no value taken; <see cref="XmlWriter"/>
/// writing the same values.
/// </summary>
internal static class XmlYardsticks
{
    public static IEnumerable<Operation> All =>
    [
        new("xmlreader-add", () => Walk(CallDocument.Add())),
        new("xmlreader-add-indented", () => Walk(CallDocument.Indented(CallDocument.Add()))),
        new("xmlreader-structs", () => Walk(CallDocument.Of(DocumentValues.Orders()))),
        new("xmlreader-structs-indented", () => Walk(CallDocument.Indented(CallDocument.Of(DocumentValues.Orders())))),
        new("xmlreader-ints", () => Walk(CallDocument.Of(DocumentValues.Ints()))),
        new("xmlreader-base64", () => Walk(CallDocument.Of(DocumentValues.Octets()))),
        new("xmlreader-base64-lines", () => Walk(CallDocument.LinedBase64(DocumentValues.Octets()))),
        new("xmlreader-text", () => Walk(CallDocument.Of(DocumentValues.Prose()))),
        new("xmlreader-text-foreign", () => Walk(CallDocument.Of(DocumentValues.ForeignProse()))),
        new("xmlwriter-add", () => Write("add", static writer => WriteInts(writer, [10, 5]))),
        new("xmlwriter-structs", () => Write(DocumentValues.Orders(), WriteOrders)),
        new("xmlwriter-ints", () => Write(DocumentValues.Ints(), WriteList)),
        new("xmlwriter-base64", () => Write(DocumentValues.Octets(), static (writer, octets) =>
        {
            writer.WriteStartElement("base64");
            writer.WriteBase64(octets, 0, octets.Length);
            writer.WriteEndElement();
        })),
        new("xmlwriter-text", () => Write(DocumentValues.Prose(), static (writer, text) => writer.WriteElementString("string", text))),
        new("xmlwriter-text-foreign", () => Write(DocumentValues.ForeignProse(), static (writer, text) => writer.WriteElementString("string", text))),
    ];

    private static Func<long> Walk(byte[] document) => () =>
    {
        using var reader = XmlReader.Create(new MemoryStream(document, writable: false));
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    };

    private static Func<long> Write<T>(T value, Action<XmlWriter, T> write) => Write("echo", writer =>
    {
        writer.WriteStartElement("param");
        writer.WriteStartElement("value");
        write(writer, value);
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    private static Func<long> Write(string method, Action<XmlWriter> writeParameters)
    {
        var output = new MemoryStream(CallDocument.GreatestLength);
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false };
        return () =>
        {
            output.SetLength(0);
            using var writer = XmlWriter.Create(output, settings);
            writer.WriteStartDocument();
            writer.WriteStartElement("methodCall");
            writer.WriteElementString("methodName", method);
            writer.WriteStartElement("params");
            writeParameters(writer);
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.Flush();
            return output.Length;
        };
    }

    private static void WriteInts(XmlWriter writer, ReadOnlySpan<int> parameters)
    {
        foreach (var parameter in parameters)
        {
            writer.WriteStartElement("param");
            writer.WriteStartElement("value");
            WriteScalar(writer, "int", parameter);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
    }

    private static void WriteList(XmlWriter writer, int[] numbers)
    {
        writer.WriteStartElement("array");
        writer.WriteStartElement("data");
        foreach (var number in numbers)
        {
            writer.WriteStartElement("value");
            WriteScalar(writer, "int", number);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteOrders(XmlWriter writer, Order[] orders)
    {
        writer.WriteStartElement("array");
        writer.WriteStartElement("data");
        foreach (var order in orders)
        {
            writer.WriteStartElement("value");
            writer.WriteStartElement("struct");
            WriteMember(writer, "Id", "int", order.Id, WriteScalar);
            WriteMember(writer, "Customer", "string", order.Customer, WriteScalar);
            WriteMember(writer, "Price", "double", order.Price, WriteScalar);
            WriteMember(writer, "Paid", "boolean", order.Paid ? 1 : 0, WriteScalar);
            WriteMember(writer, "Created", "dateTime.iso8601", order.Created, WriteScalar);
            WriteMember(writer, "Quantity", "int", order.Quantity, WriteScalar);
            WriteMember(writer, "Status", "string", order.Status, WriteScalar);
            WriteMember(writer, "Remark", "string", order.Remark, WriteScalar);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteMember<T>(XmlWriter writer, string name, string type, T value, Action<XmlWriter, string, T> write)
    {
        writer.WriteStartElement("member");
        writer.WriteElementString("name", name);
        writer.WriteStartElement("value");
        write(writer, type, value);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteScalar(XmlWriter writer, string type, string value) => writer.WriteElementString(type, value);

    private static void WriteScalar(XmlWriter writer, string type, int value)
    {
        writer.WriteStartElement(type);
        writer.WriteValue(value);
        writer.WriteEndElement();
    }

    private static void WriteScalar(XmlWriter writer, string type, double value)
    {
        writer.WriteStartElement(type);
        writer.WriteValue(value);
        writer.WriteEndElement();
    }

    private static void WriteScalar(XmlWriter writer, string type, DateTime value) =>
        writer.WriteElementString(type, value.ToString("yyyyMMdd'T'HH:mm:ss", CultureInfo.InvariantCulture));
}
