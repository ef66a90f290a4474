using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Nearcall.Tests.Wire;

/// <summary>What a parser sees in a document: start tags with their namespaces, text, end tags; or why it refuses.</summary>
/// <param name="Events">One line for each.</param>
/// <param name="Refusal">Why the document was refused; null if it was read.</param>
internal sealed partial record DifferentialXmlEvents(IReadOnlyList<string> Events, string? Refusal)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Opens a document in UTF-8, without its byte order mark; System.Xml would read what is no UTF-8 as U+FFFD.</summary>
    /// <exception cref="DecoderFallbackException">The document is no UTF-8.</exception>
    public static StringReader Decode(byte[] document) =>
        new(StrictUtf8.GetString(document.AsSpan().StartsWith("\uFEFF"u8) ? document.AsSpan(3) : document));

    /// <summary>Reads a document as System.Xml does.</summary>
    public static DifferentialXmlEvents OfFramework(byte[] document)
    {
        var events = new List<string>();
        var text = new StringBuilder();
        try
        {
            using var source = Decode(document);
            using var reader = XmlReader.Create(source, Settings);
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.XmlDeclaration when !IsDeclaration(reader["version"], reader["encoding"]):
                        return new(events, "a declaration that System.Xml takes and XML does not");
                    case XmlNodeType.Element:
                        FlushText(events, text);
                        events.Add(Start(reader.Name, reader.Prefix.Length == 0 ? "" : reader.NamespaceURI));
                        if (reader.IsEmptyElement)
                        {
                            events.Add("end");
                        }

                        break;
                    case XmlNodeType.EndElement:
                        FlushText(events, text);
                        events.Add("end");
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                        text.Append(reader.Depth > 0 ? reader.Value : "");
                        break;
                    default:
                        break;
                }
            }

            return new(events, null);
        }
        catch (Exception exception) when (exception is XmlException or DecoderFallbackException)
        {
            return new(events, exception.Message);
        }
    }

    /// <summary>Reads a document as the product's tokenizer does, with the names of open elements kept here.</summary>
    public static DifferentialXmlEvents OfTokenizer(byte[] document)
    {
        var events = new List<string>();
        try
        {
            if (XmlCharacters.IndexOfMalformed(document) >= 0 || XmlCharacters.IndexOfForbidden(document) >= 0)
            {
                return new(events, "not UTF-8, or characters that XML forbids");
            }

            return new(events, ReadDocument(document, events));
        }
        catch (XmlRpcFormatException exception)
        {
            return new(events, exception.Message);
        }
    }

    /// <summary>
    /// System.Xml takes any version that begins with 1.0 and any text for an encoding; XML 1.0 has a grammar for both.
    /// </summary>
    public static bool IsDeclaration(string? version, string? encoding) =>
        version == "1.0" && (encoding is null || EncodingName().IsMatch(encoding));

    private static string? ReadDocument(byte[] document, List<string> events)
    {
        var xml = default(XmlTokenizer);
        xml.Begin(document, isFinal: true, allowControlCharacters: false, default);
        xml.TryLiteral("\uFEFF"u8);
        Assert.True(xml.ReadDeclaration());
        var open = new Stack<string>();
        var text = new StringBuilder();
        var hasRoot = false;
        while (true)
        {
            Assert.True(xml.ReadContent(out var content));
            if (open.Count > 0)
            {
                text.Append(content.IsPlain ? Encoding.UTF8.GetString(content.In(document)) : XmlText.Decode(content.In(document)));
            }
            else if (!XmlText.IsMisc(content.In(document)))
            {
                return "text outside of the root";
            }

            Assert.True(xml.ReadTag(out var tag));
            FlushText(events, text);
            var name = Encoding.UTF8.GetString(document.AsSpan(tag.NameStart, tag.NameLength));
            switch (tag.Kind)
            {
                case XmlTagKind.None:
                    return hasRoot && open.Count == 0 ? null : "the document ends early";
                case XmlTagKind.End when open.Count == 0 || open.Pop() != name:
                    return "the end tag does not match";
                case XmlTagKind.End:
                    events.Add("end");
                    break;
                case var _ when hasRoot && open.Count == 0:
                    return "two roots";
                default:
                    hasRoot = true;
                    events.Add(Start(name, xml.FindNamespace(tag) ?? ""));
                    open.Push(name);
                    if (tag.Kind == XmlTagKind.Empty)
                    {
                        open.Pop();
                        events.Add("end");
                    }

                    break;
            }
        }
    }

    private static string Start(string name, string uri) => $"start {name} {{{uri}}}";

    private static void FlushText(List<string> events, StringBuilder text)
    {
        if (text.Length > 0)
        {
            events.Add($"text {text}");
            text.Clear();
        }
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9._-]*\z")]
    private static partial Regex EncodingName();
}
