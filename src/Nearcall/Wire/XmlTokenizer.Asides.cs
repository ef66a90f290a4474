namespace Nearcall;

/// <summary>What may stand in content beside text: references, comments, processing instructions and CDATA sections.</summary>
internal ref partial struct XmlTokenizer
{
    /// <summary>
    /// Moves past the XML declaration, if the text begins with one. Its encoding is not looked at: the text is UTF-8 by now.
    /// </summary>
    public bool ReadDeclaration()
    {
        var start = Position;
        var declaration = "<?xml"u8;
        var rest = _text[start..];
        if (rest.Length <= declaration.Length && !_isFinal && declaration.StartsWith(rest))
        {
            return false;
        }

        if (!rest.StartsWith(declaration) || rest.Length == declaration.Length || !(XmlCharacters.IsBlank(rest[5]) || rest[5] == '?'))
        {
            return true;
        }

        var end = rest.IndexOf("?>"u8);
        if (end < 0)
        {
            return Unfinished("the XML declaration");
        }

        if (!XmlDeclaration.IsWellFormed(rest[declaration.Length..end]))
        {
            throw Fail("The XML declaration is not well formed: version 1.0, then perhaps encoding, then perhaps standalone.", start);
        }

        Position = start + end + 2;
        return true;
    }

    private bool SkipAside()
    {
        var rest = _text[Position..];
        if (rest.StartsWith("<!--"u8))
        {
            return SkipComment();
        }

        if (rest.StartsWith("<![CDATA["u8))
        {
            return SkipPast(9, "]]>"u8, "a CDATA section");
        }

        if (rest.StartsWith("<?"u8))
        {
            return SkipProcessingInstruction();
        }

        if (rest.StartsWith("<!DOCTYPE"u8))
        {
            throw Fail("A document type is refused, always: the protocol needs none, and entities are a danger.", Position, "R51");
        }

        if (rest.Length < 9 && ("<!--"u8.StartsWith(rest) || "<![CDATA["u8.StartsWith(rest) || "<!DOCTYPE"u8.StartsWith(rest)))
        {
            return Unfinished("markup");
        }

        throw Fail("No such markup may stand here.", Position);
    }

    private bool SkipComment()
    {
        var content = _text[(Position + 4)..];
        var dashes = content.IndexOf("--"u8);
        if (dashes < 0 || dashes + 2 >= content.Length)
        {
            return Unfinished("a comment");
        }

        if (content[dashes + 2] != '>')
        {
            throw Fail("A comment holds no '--'.", Position + 4 + dashes);
        }

        Position += 4 + dashes + 3;
        return true;
    }

    private bool SkipProcessingInstruction()
    {
        var target = _text[(Position + 2)..];
        var nameLength = XmlCharacters.NameLength(target);
        if (nameLength == target.Length)
        {
            return Unfinished("a processing instruction");
        }

        var name = target[..nameLength];
        if (nameLength == 0 || name.Contains((byte)':') || IsReserved(name))
        {
            throw Fail("A processing instruction begins with a name, which is not 'xml' and holds no colon.", Position + 2);
        }

        if (!XmlCharacters.IsBlank(target[nameLength]) && target[nameLength] != '?')
        {
            throw Fail("White space or '?>' was expected in a processing instruction.", Position + 2 + nameLength);
        }

        if (target[nameLength] == '?')
        {
            if (nameLength + 1 >= target.Length)
            {
                return Unfinished("a processing instruction");
            }

            if (target[nameLength + 1] != '>')
            {
                throw Fail("White space or '?>' was expected in a processing instruction.", Position + 2 + nameLength);
            }
        }

        return SkipPast(2 + nameLength, "?>"u8, "a processing instruction");
    }

    private static bool IsReserved(ReadOnlySpan<byte> name) =>
        name.Length == 3 && (name[0] | 0x20) == 'x' && (name[1] | 0x20) == 'm' && (name[2] | 0x20) == 'l';

    private bool SkipPast(int opening, ReadOnlySpan<byte> closing, string what)
    {
        var found = _text[(Position + opening)..].IndexOf(closing);
        if (found < 0)
        {
            return Unfinished(what);
        }

        Position += opening + found + closing.Length;
        return true;
    }

    private readonly bool ReadReference(ref int position, out int codePoint)
    {
        var rest = _text[position..];
        var length = XmlText.ReadReference(rest, out codePoint);
        if (length == 0 && rest.Length < 6 && !rest.Contains((byte)';') && !_isFinal)
        {
            return false;
        }

        if (length < 0)
        {
            return false;
        }

        if (length == 0)
        {
            const string Problem = "An '&' begins a reference: &lt; &gt; &amp; &apos; &quot; or a number. In text it is written '&amp;'.";
            throw Fail(Problem, position, "R50");
        }

        if (!XmlCharacters.IsAllowed(codePoint) && !(_allowControlCharacters && codePoint is < 0xD800 or 0xFFFE or 0xFFFF))
        {
            throw Fail(
                $"The reference is to U+{codePoint:X4}, a character that XML does not allow.",
                position,
                "R22",
                codePoint is < 0xD800 or 0xFFFE or 0xFFFF ? "XmlRpcDialect.AllowControlCharacters" : null,
                XmlRpcFaultCodes.InvalidCharacter);
        }

        position += length;
        return true;
    }
}
