using System.Text;

namespace Nearcall;

/// <summary>Namespaces in XML 1.0: what attributes declare, and which attributes are the same.</summary>
internal ref partial struct XmlTokenizer
{
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

        return prefix == "xml" ? XmlNamespace.Xml : null;
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
            var uri = XmlText.Decode(_text.Slice(attribute.ValueStart, attribute.ValueLength));
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
        }
    }

    private readonly void RefuseDuplicates(List<XmlAttribute> attributes)
    {
        if (attributes.Count < 2)
        {
            return;
        }

        var seen = new HashSet<(string? Uri, string Name)>(attributes.Count);
        foreach (var attribute in attributes)
        {
            var prefix = Encoding.UTF8.GetString(attribute.Prefix(_text));
            var uri = prefix.Length == 0 ? null : FindNamespace(prefix) ?? prefix;
            if (!seen.Add((uri, Encoding.UTF8.GetString(attribute.LocalName(_text)))))
            {
                throw Fail("The tag holds the same attribute twice.", attribute.NameStart);
            }
        }
    }
}
