namespace Nearcall;

/// <summary>The tags that are more than a simple name between brackets.</summary>
internal ref partial struct XmlTokenizer
{
    private bool ReadUncommonTag(bool isEnd, out XmlTag tag)
    {
        tag = default;
        var start = Position;
        var position = start + (isEnd ? 2 : 1);
        if (!ReadQualifiedName(ref position, out var nameStart, out var nameLength, out var prefixLength))
        {
            return Unfinished("a tag");
        }

        List<XmlAttribute>? attributes = null;
        while (true)
        {
            var blanks = position;
            SkipBlanks(ref position);
            if (position >= _text.Length)
            {
                return Unfinished("a tag");
            }

            var octet = _text[position];
            if (octet == '>')
            {
                position++;
                tag = new XmlTag(isEnd ? XmlTagKind.End : XmlTagKind.Start, start, nameStart, nameLength, prefixLength);
                break;
            }

            if (octet == '/' && !isEnd)
            {
                if (position + 1 >= _text.Length)
                {
                    return Unfinished("a tag");
                }

                if (_text[position + 1] != '>')
                {
                    throw Fail("A '/' in a start tag is followed by '>'.", position + 1);
                }

                position += 2;
                tag = new XmlTag(XmlTagKind.Empty, start, nameStart, nameLength, prefixLength);
                break;
            }

            if (isEnd)
            {
                throw Fail("An end tag holds nothing but its name.", position);
            }

            if (blanks == position)
            {
                throw Fail("White space, '/' or '>' was expected in a tag.", position);
            }

            if (!ReadAttribute(ref position, attributes ??= []))
            {
                return Unfinished("an attribute");
            }

            if (attributes.Count > GreatestAttributes)
            {
                throw Excessive($"The tag holds more than {GreatestAttributes} attributes.", start);
            }
        }

        Position = position;
        if (attributes is not null)
        {
            DeclareNamespaces(attributes);
            CheckAttributes(attributes);
        }

        _elementDepth += tag.Kind switch { XmlTagKind.Start => 1, XmlTagKind.End => -1, _ => 0 };
        return true;
    }

    private readonly bool ReadAttribute(ref int position, List<XmlAttribute> attributes)
    {
        if (!ReadQualifiedName(ref position, out var nameStart, out var nameLength, out var prefixLength))
        {
            return false;
        }

        SkipBlanks(ref position);
        if (position >= _text.Length)
        {
            return false;
        }

        if (_text[position] != '=')
        {
            throw Fail("An attribute is followed by '=' and its value.", position);
        }

        position++;
        SkipBlanks(ref position);
        if (position >= _text.Length)
        {
            return false;
        }

        var quote = _text[position];
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            throw Fail("The value of an attribute stands in quotation marks.", position);
        }

        position++;
        var valueStart = position;
        while (true)
        {
            var found = _text[position..].IndexOfAny(quote, (byte)'<', (byte)'&');
            if (found < 0)
            {
                return false;
            }

            position += found;
            if (_text[position] == quote)
            {
                attributes.Add(new XmlAttribute(nameStart, nameLength, prefixLength, valueStart, position - valueStart));
                position++;
                return true;
            }

            if (_text[position] == '<')
            {
                throw Fail("The value of an attribute holds no '<'.", position);
            }

            if (!ReadReference(ref position, out _))
            {
                return false;
            }
        }
    }

    private readonly bool ReadQualifiedName(ref int position, out int nameStart, out int nameLength, out int prefixLength)
    {
        nameStart = position;
        nameLength = XmlCharacters.NameLength(_text[position..]);
        prefixLength = 0;
        position += nameLength;
        if (position >= _text.Length)
        {
            return false;
        }

        var name = _text.Slice(nameStart, nameLength);
        if (name.IsEmpty || !XmlCharacters.IsQualifiedName(name, out prefixLength))
        {
            const string Missing = "A name was expected here; a '<' in text is written '&lt;'.";
            throw Fail(name.IsEmpty ? Missing : "The name is not one that XML allows.", nameStart);
        }

        return true;
    }

    private readonly void SkipBlanks(ref int position) => position = AfterBlanks(position);
}
