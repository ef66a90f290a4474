using System.Text;

namespace Nearcall;

/// <summary>Namespaces in XML 1.0: what attributes declare, and which attributes are the same.</summary>
internal ref partial struct XmlTokenizer
{
    /// <summary>The attributes that a tag may have: the protocol uses none, and comparing them takes memory.</summary>
    private const int GreatestAttributes = 256;

    /// <summary>The namespaces that may be in scope: one has a use, and every prefix is looked up among them.</summary>
    private const int GreatestNamespaces = 64;

    /// <summary>What a tag's prefix stands for; null where it has none or the document does not declare it.</summary>
    public readonly string? FindNamespace(in XmlTag tag) =>
        tag.PrefixLength == 0 ? null : FindNamespace(Encoding.UTF8.GetString(_text.Slice(tag.NameStart, tag.PrefixLength)));

    private readonly string? FindNamespace(string prefix)
    {
        for (var declared = _namespace; declared is not null; declared = declared.Outer)
        {
            if (declared.Prefix == prefix)
            {
                return declared.Uri;
            }
        }

        return prefix switch { "xml" => XmlNamespace.Xml, "xmlns" => XmlNamespace.Xmlns, _ => null };
    }

    /// <summary>Forgets what elements declared that are no longer open.</summary>
    private void CloseNamespaces()
    {
        while (_namespace is not null && _namespace.ElementDepth >= _elementDepth)
        {
            _namespace = _namespace.Outer;
        }
    }

    private void DeclareNamespaces(List<XmlAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            var isDefault = attribute.Name(_text).SequenceEqual("xmlns"u8);
            if (!isDefault && !attribute.Prefix(_text).SequenceEqual("xmlns"u8))
            {
                continue;
            }

            var prefix = isDefault ? "" : Encoding.UTF8.GetString(attribute.LocalName(_text));
            var uri = Value(attribute);
            var isAllowed = prefix switch
            {
                "" => uri is not (XmlNamespace.Xml or XmlNamespace.Xmlns),
                "xml" => uri == XmlNamespace.Xml,
                "xmlns" => false,
                _ => uri is not ("" or XmlNamespace.Xml or XmlNamespace.Xmlns),
            };
            if (!isAllowed)
            {
                throw Fail("The namespace is not one that can be declared for this prefix.", attribute.NameStart);
            }

            _namespace = new XmlNamespace(prefix, uri, _elementDepth, _namespace);
            if (_namespace.Count > GreatestNamespaces)
            {
                throw Excessive($"More than {GreatestNamespaces} namespaces are declared.", attribute.NameStart);
            }
        }
    }

    private readonly void CheckAttributes(List<XmlAttribute> attributes)
    {
        var seen = new HashSet<(string? Uri, string Name)>(attributes.Count);
        foreach (var attribute in attributes)
        {
            var prefix = Encoding.UTF8.GetString(attribute.Prefix(_text));
            var uri = prefix.Length == 0 ? null : FindNamespace(prefix) ?? prefix;
            var name = Encoding.UTF8.GetString(attribute.LocalName(_text));
            if (!seen.Add((uri, name)))
            {
                throw Fail("The tag holds the same attribute twice.", attribute.NameStart);
            }

            if (uri == XmlNamespace.Xml && name == "space" && Value(attribute).Trim() is not ("default" or "preserve"))
            {
                throw Fail("The attribute 'xml:space' is 'default' or 'preserve'.", attribute.NameStart);
            }
        }
    }

    /// <summary>The value of an attribute as XML normalizes it: white space reads as blanks, unless it is a reference.</summary>
    private readonly string Value(in XmlAttribute attribute)
    {
        var octets = _text.Slice(attribute.ValueStart, attribute.ValueLength);
        if (octets.IndexOfAny("\t\r\n"u8) < 0)
        {
            return XmlText.Decode(octets);
        }

        var text = Encoding.UTF8.GetString(octets).Replace("\r\n", " ", StringComparison.Ordinal);
        return XmlText.Decode(Encoding.UTF8.GetBytes(text.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' ')));
    }

    private readonly XmlRpcFormatException Excessive(string problem, int position) =>
        Fail(problem, position, "R52", faultCode: XmlRpcFaultCodes.LimitExceeded);
}
