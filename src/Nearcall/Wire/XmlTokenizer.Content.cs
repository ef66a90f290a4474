using System.Buffers;

namespace Nearcall;

/// <summary>Content: what stands between two tags.</summary>
internal ref partial struct XmlTokenizer
{
    /// <summary>
    /// What content is stopped at. A '>' behind two brackets is refused; brackets alone are more common in text than a '>' that its
    /// writer did not escape.
    /// </summary>
    private static readonly SearchValues<byte> ContentMarks = SearchValues.Create("<&>\r"u8);

    /// <summary>Reads up to the next tag, or to the end of the text.</summary>
    public bool ReadContent(out XmlContent content)
    {
        var start = Position;
        var rest = _text[start..];
        var found = rest.IndexOfAny(ContentMarks);
        if (found >= 0)
        {
            Position = start + found;
            if (rest[found] == '<' && found + 1 < rest.Length && rest[found + 1] is not ((byte)'!' or (byte)'?'))
            {
                content = new XmlContent(start, found, isPlain: true);
                return true;
            }

            return ReadMarkedContent(start, out content);
        }

        Position = _text.Length;
        content = new XmlContent(start, rest.Length, isPlain: true);
        return _isFinal;
    }

    /// <summary>Reads on from a mark in content that is not plain, or may not be.</summary>
    private bool ReadMarkedContent(int start, out XmlContent content)
    {
        var isPlain = true;
        var surplus = 0;
        while (true)
        {
            var mark = Position;
            switch (_text[mark])
            {
                case (byte)'<':
                    if (mark + 1 < _text.Length && _text[mark + 1] is not ((byte)'!' or (byte)'?'))
                    {
                        content = new XmlContent(start, mark - start, isPlain, surplus);
                        return true;
                    }

                    isPlain = false;
                    if (!SkipAside())
                    {
                        content = default;
                        return false;
                    }

                    surplus += XmlText.SurplusOfAside(_text[mark..Position]);
                    break;
                case (byte)'&':
                    isPlain = false;
                    var next = mark;
                    if (!ReadReference(ref next, out var codePoint))
                    {
                        content = default;
                        return Unfinished("a reference");
                    }

                    Position = next;
                    surplus += next - mark - (codePoint > char.MaxValue ? 2 : 1);
                    break;
                case (byte)'>':
                    if (_text[start..mark].EndsWith("]]"u8))
                    {
                        throw Fail("The text holds ']]>', which is written ']]&gt;' outside of CDATA sections.", mark - 2, "R27");
                    }

                    Position++;
                    break;
                default:
                    // A carriage return reads as a line feed, and with one behind it as nothing, so the octets are not the text.
                    isPlain = false;
                    Position++;
                    if (Position < _text.Length && _text[Position] == '\n')
                    {
                        Position++;
                        surplus++;
                    }

                    break;
            }

            var before = surplus;
            var found = XmlText.IndexOfMark(_text[Position..], ref surplus);
            isPlain &= surplus == before;
            if (found < 0)
            {
                Position = _text.Length;
                content = new XmlContent(start, Position - start, isPlain, surplus);
                return _isFinal;
            }

            Position += found;
        }
    }

    /// <summary>
    /// Reads as much of the content up to the next tag as there is: whole references, comments and sections. Nothing is left for
    /// another time but what is unfinished.
    /// </summary>
    /// <param name="content">The part.</param>
    /// <returns>Whether the tag comes next.</returns>
    public bool ReadContentPart(out XmlContent content)
    {
        var start = Position;
        if (ReadContent(out content))
        {
            return true;
        }

        // A bracket may yet become the end of a section, which is refused.
        for (var held = 0; held < 2 && Position > start && Position + held == _text.Length && _text[Position - 1] == ']'; held++)
        {
            Position--;
        }

        var isPlain = _text[start..Position].IndexOfAny((byte)'<', (byte)'&', (byte)'\r') < 0;
        content = new XmlContent(start, Position - start, isPlain);
        return false;
    }
}
