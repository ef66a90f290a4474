namespace Nearcall;

/// <summary>
/// Reads XML-RPC values and messages straight from UTF-8, forward only, without building a tree.
/// </summary>
/// <remarks>
/// <para>Two ways of reading mix freely. <see cref="Read"/> moves past one token. The methods that read whole values
/// (<see cref="ReadInt32"/>, <see cref="ReadString()"/>, <see cref="ReadStartArray"/> …) stand before a value and end behind
/// it; converters use them, on text that is complete.</para>
/// <para>An error is an <see cref="XmlRpcFormatException"/> that says where and which rule; the reader is of no use after
/// one. Not safe for use by several threads at once.</para>
/// </remarks>
public ref partial struct XmlRpcReader
{
    private XmlTokenizer _xml;
    private XmlRpcReaderState _state;
    private XmlContent _content;
    private ReadOnlySpan<byte> _methodName;
    private MemberNames? _memberNames;
    private bool _hasReadStruct;
    private bool _isSkipping;

    /// <summary>Reads a complete text: a message, or a single value.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="dialect">What is accepted. Default: <see cref="XmlRpcDialect.Strict"/>.</param>
    /// <param name="limits">How much is accepted. Default: <see cref="XmlRpcLimits.Default"/>.</param>
    /// <exception cref="XmlRpcFormatException">The text is not UTF-8 or holds characters that XML forbids (R22, R54).</exception>
    public XmlRpcReader(ReadOnlySpan<byte> utf8, XmlRpcDialect? dialect = null, XmlRpcLimits? limits = null)
    {
        // The other constructor would do, but copies a state that is empty: a fair part of what a short message costs.
        _state.Begin(dialect, limits);
        CheckCharacters(utf8, _state);
        _state.Checked = utf8.Length;
        _xml.Begin(utf8, isFinal: true, _state.Dialect.AllowControlCharacters, _state.Origin);
    }

    /// <summary>Goes on reading where a state stands.</summary>
    /// <param name="utf8">
    /// The text, from the same start as before or, after <see cref="XmlRpcReaderState.Discard"/>, from the new one.
    /// </param>
    /// <param name="isFinal">Whether the text is complete. If not, <see cref="Read"/> returns false where it needs more.</param>
    /// <param name="state">The state.</param>
    /// <exception cref="XmlRpcFormatException">The text is not UTF-8 or holds characters that XML forbids (R22, R54).</exception>
    public XmlRpcReader(ReadOnlySpan<byte> utf8, bool isFinal, scoped in XmlRpcReaderState state)
    {
        _state = state;
        if (_state.Checked < utf8.Length)
        {
            if (!isFinal)
            {
                utf8 = utf8[..^XmlCharacters.UnfinishedTail(utf8[_state.Checked..])];
            }

            CheckCharacters(utf8, _state);
            _state.Checked = utf8.Length;
        }

        _xml.Begin(utf8, isFinal, state.Dialect.AllowControlCharacters, state.Origin);
        _xml.Position = state.Position;
        _xml.Scope = (state.Namespace, state.ElementDepth);
    }

    /// <summary>What is accepted.</summary>
    public readonly XmlRpcDialect Dialect => _state.Dialect;

    /// <summary>How much is accepted.</summary>
    public readonly XmlRpcLimits Limits => _state.Limits;

    /// <summary>The octets read so far, from the start of the text.</summary>
    public readonly int Position => _xml.Position;

    /// <summary>The number of structs and arrays around the place.</summary>
    public readonly int Depth => _state.Containers.Depth;

    /// <summary>What the last <see cref="Read"/> moved past.</summary>
    public XmlRpcTokenType TokenType { readonly get; private set; }

    /// <summary>The kind of the value that was read or begun; meaningless for <see cref="XmlRpcTokenType.MemberName"/>.</summary>
    public XmlRpcKind Kind { readonly get; private set; }

    /// <summary>Where the reader stands, to go on later or again.</summary>
    public readonly XmlRpcReaderState CurrentState
    {
        get
        {
            var state = _state;
            state.Position = _xml.Position;
            (state.Namespace, state.ElementDepth) = _xml.Scope;
            return state;
        }
    }

    /// <summary>Moves past the next token of the value.</summary>
    /// <returns>
    /// <see langword="true"/> if a token was read; <see langword="false"/> if the value is complete, or if the text ends
    /// before the token does and is not final: the reader then stands where it stood before.
    /// </returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public bool Read()
    {
        var position = _xml.Position;
        var scope = _xml.Scope;
        if (ReadToken())
        {
            return true;
        }

        _xml.Position = position;
        _xml.Scope = scope;
        return false;
    }

    private static void CheckCharacters(ReadOnlySpan<byte> text, in XmlRpcReaderState state)
    {
        var fresh = text[state.Checked..];
        if (XmlCharacterCheck.IsAllowed(fresh, state.Dialect.AllowControlCharacters))
        {
            return;
        }

        var malformed = XmlCharacters.IndexOfMalformed(fresh);
        if (malformed >= 0)
        {
            throw state.Origin.CreateException(
                text,
                state.Checked + malformed,
                $"The octet 0x{fresh[malformed]:X2} does not belong to a character in utf-8. "
                    + "A text in another encoding says so in its declaration or its content type.",
                "R54",
                @switch: null,
                XmlRpcFaultCodes.InvalidCharacter);
        }

        var forbidden = state.Dialect.AllowControlCharacters ? -1 : XmlCharacters.IndexOfForbidden(fresh);
        if (forbidden >= 0)
        {
            throw state.Origin.CreateException(
                text,
                state.Checked + forbidden,
                "The text holds a character that XML does not allow. Data of any octets is sent as base64.",
                "R22",
                "XmlRpcDialect.AllowControlCharacters",
                XmlRpcFaultCodes.InvalidCharacter);
        }
    }

    private bool ReadToken()
    {
        switch (_state.Phase)
        {
            case XmlRpcReaderPhase.Start:
                return ReadProlog() && ReadValueToken();
            case XmlRpcReaderPhase.Value:
                return ReadValueToken();
            case XmlRpcReaderPhase.Items:
                return ReadItemToken();
            case XmlRpcReaderPhase.MemberEnd:
                return ReadEndTag("member"u8, "R34") && ReadMemberToken();
            case XmlRpcReaderPhase.Members:
                return ReadMemberToken();
            case XmlRpcReaderPhase.ContainerEnd:
                return ReadEndOfValue() && EndContainer();
            default:
                return false;
        }
    }
}
