using System.Buffers;
using System.Text;

namespace Nearcall.Tool.Output;

/// <summary>
/// Writes an answer as an XML-RPC message, indented. It is written anew, in UTF-8 and with nothing that XML forbids; every value
/// keeps its type. White space goes only where it is no data.
/// </summary>
internal static class XmlLines
{
    // Whatever was read can be written again.
    private static readonly XmlRpcDialect Everything = XmlRpcDialect.Tolerant with
    {
        WriteNil = true,
        WriteI8 = true,
        WriteNonFiniteDouble = true,
        WriteZeroDate = true,
        WriteDateZone = XmlRpcDateZone.Write,
        WriteDateFraction = XmlRpcDateFraction.Write,
    };

    public static string Of(XmlRpcValue value)
    {
        // With extensions a message declares their namespace, which would puzzle where there are none.
        var dialect = Everything with { WriteExtensions = HasExtension(value) };
        return Write(message => XmlRpcMethodResponse.Write(message, value, dialect));
    }

    public static string Of(XmlRpcFault fault) => Write(message => XmlRpcMethodResponse.WriteFault(message, fault, Everything));

    private static bool HasExtension(XmlRpcValue value) => value.Kind switch
    {
        XmlRpcKind.Array => value.AsArray().Any(HasExtension),
        XmlRpcKind.Struct => value.AsStruct().Values.Any(HasExtension),
        _ => value.Kind > XmlRpcKind.I8,
    };

    private static string Write(Action<ArrayBufferWriter<byte>> write)
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            write(message);
        }
        catch (XmlRpcFormatException e)
        {
            throw new UnprintableException($"The answer cannot be printed as XML: {e.Problem.TrimEnd('.')}. The option --json prints it.");
        }

        return TerminalText.Xml(Indent(Encoding.UTF8.GetString(message.WrittenSpan)));
    }

    /// <summary>Indents what the writer of this project makes: no white space between elements, no comments, no CDATA.</summary>
    private static string Indent(string xml)
    {
        var lines = new StringBuilder(xml.Length * 2);
        var depth = 0;
        var rest = xml.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = LineLength(rest);
            var line = rest[..length];
            rest = rest[length..];
            var isEnd = line.StartsWith("</");
            depth -= isEnd ? 1 : 0;
            lines.Append(lines.Length == 0 ? "" : "\n").Append(' ', depth * 2).Append(line);
            depth += !isEnd && IsOpen(line) ? 1 : 0;
        }

        return lines.ToString();
    }

    /// <summary>One tag, or a whole element where there is no other inside that has members or items.</summary>
    private static int LineLength(ReadOnlySpan<char> rest)
    {
        var tag = rest.IndexOf('>') + 1;
        if (rest.StartsWith("<name>"))
        {
            return rest.IndexOf("</name>") + "</name>".Length;
        }

        var isScalar = rest.StartsWith("<value>") && !rest[tag..].StartsWith("<struct>") && !rest[tag..].StartsWith("<array>");
        return isScalar ? rest.IndexOf("</value>") + "</value>".Length : tag;
    }

    private static bool IsOpen(ReadOnlySpan<char> line) => !line.StartsWith("<?") && !line.EndsWith("/>") && line.IndexOf("</") < 0;
}
