using System.Text;
using System.Xml;

namespace Nearcall.Tests.Wire;

/// <summary>An element as System.Xml sees it, with comments and processing instructions left out.</summary>
internal sealed class DifferentialXmlElement(string name, string localName, string uri)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly StringBuilder _text = new();

    /// <summary>The name as it is written, with its prefix.</summary>
    public string Name { get; } = name;

    public string LocalName { get; } = localName;

    /// <summary>What the prefix stands for; empty where there is none.</summary>
    public string Uri { get; } = uri;

    public List<DifferentialXmlElement> Children { get; } = [];

    /// <summary>All the text right in the element.</summary>
    public string Text => _text.ToString();

    /// <summary>Whether there is nothing but white space between the child elements.</summary>
    public bool HasOnlyElements => Text.AsSpan().IndexOfAnyExcept(" \t\r\n") < 0;

    /// <summary>Reads a document.</summary>
    /// <param name="document">The document, in UTF-8.</param>
    /// <param name="isUndeclared">Whether the document was refused for a prefix that nothing declares.</param>
    /// <returns>The root, or null where the document is not well formed.</returns>
    public static DifferentialXmlElement? Read(byte[] document, out bool isUndeclared)
    {
        isUndeclared = false;
        try
        {
            using var source = DifferentialXmlEvents.Decode(document);
            using var reader = XmlReader.Create(source, Settings);
            return Read(reader);
        }
        catch (Exception exception) when (exception is XmlException or DecoderFallbackException)
        {
            isUndeclared = exception.Message.Contains("undeclared prefix", StringComparison.Ordinal);
            return null;
        }
    }

    private static DifferentialXmlElement? Read(XmlReader reader)
    {
        var open = new Stack<DifferentialXmlElement>([new DifferentialXmlElement("", "", "")]);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.XmlDeclaration when !DifferentialXmlEvents.IsDeclaration(reader["version"], reader["encoding"]):
                    return null;
                case XmlNodeType.Element:
                    var uri = reader.Prefix.Length == 0 ? "" : reader.NamespaceURI;
                    var element = new DifferentialXmlElement(reader.Name, reader.LocalName, uri);
                    open.Peek().Children.Add(element);
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open.Peek()._text.Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return open.Peek().Children.Single();
    }
}
