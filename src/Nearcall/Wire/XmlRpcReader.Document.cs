namespace Nearcall;

/// <summary>What surrounds the root: the declaration, what a peer printed before it, and the end of the text.</summary>
public ref partial struct XmlRpcReader
{
    private bool ReadProlog()
    {
        if (_xml.Position > 0 || _state.Origin.Offset > 0)
        {
            return true;
        }

        _xml.TryLiteral("\uFEFF"u8);
        var start = FindStart(_xml.Text[_xml.Position..]);
        if (Dialect.AllowLeadingText)
        {
            _xml.Position += start;
        }
        else if (start > 0 && IsDeclaration(_xml.Text[(_xml.Position + start)..]))
        {
            throw Fail("Something stands before the XML declaration.", _xml.Position, "R06", nameof(XmlRpcDialect.AllowLeadingText));
        }

        return _xml.ReadDeclaration();
    }

    private bool ReadMessageProlog() => (_xml.IsFinal || IsRootInSight(_xml.Text)) && ReadProlog();

    /// <summary>
    /// Whether a text that is not complete shows its root already. What comes before can be told apart only then: any of it may be
    /// what a peer printed first.
    /// </summary>
    private static bool IsRootInSight(ReadOnlySpan<byte> text)
    {
        var rest = text[MiscLength(text)..];
        return !rest.StartsWith("<!--"u8) && (!rest.StartsWith("<?"u8) || IsDeclaration(rest)) && rest.IndexOf("<method"u8) >= 0;
    }

    /// <summary>Finds the declaration or the root, past what a peer printed before it; 0 where there is neither.</summary>
    private static int FindStart(ReadOnlySpan<byte> text)
    {
        var start = MiscLength(text);
        var rest = text[start..];
        if (IsDeclaration(rest) || rest.StartsWith("<method"u8) || rest.StartsWith("<value"u8))
        {
            return start;
        }

        var declaration = rest.IndexOf("<?xml"u8);
        var root = rest.IndexOf("<method"u8);
        var found = declaration >= 0 && (root < 0 || declaration < root) ? declaration : root;
        if (found < 0)
        {
            return 0;
        }

        // A document type is no stray text: it stays, to be refused.
        var documentType = rest[..found].IndexOf("<!DOCTYPE"u8);
        return start + (documentType >= 0 ? documentType : found);
    }

    private static bool IsDeclaration(ReadOnlySpan<byte> text) =>
        text.StartsWith("<?xml"u8) && text.Length > 5 && XmlCharacters.IsBlank(text[5]);

    /// <summary>The length of the white space, byte order marks, comments and processing instructions at the start of the text.</summary>
    private static int MiscLength(ReadOnlySpan<byte> text)
    {
        var rest = text;
        while (true)
        {
            rest = rest.TrimStart(" \t\r\n"u8);
            var closing = rest.StartsWith("<!--"u8) ? "-->"u8 : rest.StartsWith("<?"u8) && !IsDeclaration(rest) ? "?>"u8 : default;
            var length = rest.StartsWith("\uFEFF"u8) ? 3 : closing.IsEmpty ? 0 : rest.IndexOf(closing) + closing.Length;
            if (length <= closing.Length)
            {
                return text.Length - rest.Length;
            }

            rest = rest[length..];
        }
    }

    /// <summary>Reads the root's tag. The root is the one element that is never skipped for being unknown.</summary>
    private bool ReadRoot(out XmlTag root)
    {
        root = default;
        if (!_xml.ReadContent(out var content))
        {
            return false;
        }

        if (!XmlText.IsMisc(content.In(_xml.Text)))
        {
            throw Fail("Text stands before the message.", content.Start, "R06", nameof(XmlRpcDialect.AllowLeadingText));
        }

        return _xml.ReadTag(out root);
    }

    private bool ReadEpilog()
    {
        if (_xml.IsFinal && _xml.AfterBlanks() == _xml.Text.Length)
        {
            _xml.Position = _xml.Text.Length;
            _state.Phase = XmlRpcReaderPhase.Done;
            return true;
        }

        if (!_xml.ReadContent(out var content))
        {
            return false;
        }

        if (!XmlText.IsMisc(content.In(_xml.Text)))
        {
            throw Fail("Text stands after the end of the message.", content.Start, "R06");
        }

        if (!_xml.ReadTag(out var tag))
        {
            return false;
        }

        if (tag.Kind != XmlTagKind.None)
        {
            throw Fail("The message has ended, and further markup follows.", tag.Start, "R06");
        }

        _state.Phase = XmlRpcReaderPhase.Done;
        return true;
    }
}
