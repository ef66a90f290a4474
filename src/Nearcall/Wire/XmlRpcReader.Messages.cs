using System.Buffers;
using System.Text;

namespace Nearcall;

/// <summary>Whole messages: the frame around parameters, a result or a fault.</summary>
public ref partial struct XmlRpcReader
{
    private static readonly SearchValues<byte> MethodNameOctets =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:/"u8);

    /// <summary>The name of the method that is called, in UTF-8, once <see cref="ReadStartMethodCall"/> has read it.</summary>
    public readonly ReadOnlySpan<byte> MethodName => _methodName;

    /// <summary>Moves past the start of a call and its method name; its parameters follow (R06 to R08).</summary>
    /// <exception cref="XmlRpcFormatException">The text is no call, or its method name is not allowed.</exception>
    public void ReadStartMethodCall()
    {
        Require(ReadProlog());
        Require(ReadRoot(out var root));
        if (root.Kind != XmlTagKind.Start || !Is(root, "methodCall"u8))
        {
            throw Unexpected(root, "a method call", "R06");
        }

        Require(ReadTag(out var name));
        if (!Is(name, "methodName"u8) || name.Kind is XmlTagKind.End or XmlTagKind.None)
        {
            throw Unexpected(name, "the name of the method", "R07");
        }

        _content = new XmlContent(_xml.Position, 0, isPlain: true);
        if (name.Kind == XmlTagKind.Start)
        {
            Require(_xml.ReadContent(out _content) && ReadEndTag("methodName"u8, "R07"));
        }

        _methodName = CheckMethodName(ContentOctets());
        _state.Phase = XmlRpcReaderPhase.CallHead;
    }

    /// <summary>
    /// Looks for a further parameter of the call, or item of the array that stands for its parameters in
    /// <c>system.multicall</c>. At their end, moves past the end; that of a call is also the end of the text (R10, R11).
    /// </summary>
    /// <returns>Whether the reader stands before the value of a parameter.</returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public bool ReadNextParameter()
    {
        switch (_state.Phase)
        {
            case XmlRpcReaderPhase.CallHead:
                return ReadStartParameters() && ReadStartParameter();
            case XmlRpcReaderPhase.ParameterEnd:
                Require(_xml.TryEndTags("</param>"u8, 1) || ReadEndTag("param"u8, "R11"));
                return ReadStartParameter();
            case XmlRpcReaderPhase.Items or XmlRpcReaderPhase.ContainerEnd:
                return ReadNextItem();
            case XmlRpcReaderPhase.Done:
                return false;
            default:
                throw new InvalidOperationException("The reader does not stand before or behind a parameter.");
        }
    }

    /// <summary>Moves past the end of the parameters.</summary>
    /// <exception cref="XmlRpcFormatException">There is a further parameter (R55).</exception>
    public void ReadEndParameters()
    {
        if (_state.Phase != XmlRpcReaderPhase.Done && ReadNextParameter())
        {
            throw _xml.Fail(
                "The call has more arguments than the method has parameters.", _xml.Position, "R55", faultCode: XmlRpcFaultCodes.InvalidParameters);
        }
    }

    /// <summary>Moves past the start of an answer, up to its result or fault (R44 to R47).</summary>
    /// <returns>What the answer holds.</returns>
    /// <exception cref="XmlRpcFormatException">The text is no answer.</exception>
    public XmlRpcResponseType ReadStartMethodResponse()
    {
        Require(ReadProlog());
        Require(ReadRoot(out var root));
        if (!Is(root, "methodResponse"u8) || root.Kind is XmlTagKind.End or XmlTagKind.None)
        {
            throw Unexpected(root, "a method response", "R44");
        }

        if (root.Kind == XmlTagKind.Empty)
        {
            return EndWithoutResult(root.Start);
        }

        Require(ReadTag(out var tag));
        switch (tag.Kind)
        {
            case XmlTagKind.Start when Is(tag, "fault"u8):
                _state.Phase = XmlRpcReaderPhase.Value;
                _state.Frame = XmlRpcReaderPhase.FaultEnd;
                return XmlRpcResponseType.Fault;
            case XmlTagKind.Start when Is(tag, "params"u8):
                return ReadStartResult(tag.Start);
            case XmlTagKind.Empty when Is(tag, "params"u8):
                Require(ReadEndTag("methodResponse"u8, "R44"));
                return EndWithoutResult(tag.Start);
            case XmlTagKind.End when Is(tag, "methodResponse"u8):
                return EndWithoutResult(tag.Start);
            default:
                throw Unexpected(tag, "a result or a fault", "R44");
        }
    }

    /// <summary>Moves past the end of an answer, which is the end of the text.</summary>
    /// <exception cref="XmlRpcFormatException">Something else stands there: a second result, or a fault beside it (R44, R46).</exception>
    public void ReadEndMethodResponse()
    {
        switch (_state.Phase)
        {
            case XmlRpcReaderPhase.Done:
                return;
            case XmlRpcReaderPhase.ResultEnd:
                Require(_xml.TryEndTags("</param></params></methodResponse>"u8, 3)
                    || (ReadEndTag("param"u8, "R46") && ReadEndTag("params"u8, "R46") && ReadEndTag("methodResponse"u8, "R44")));
                break;
            case XmlRpcReaderPhase.FaultEnd:
                Require(ReadEndTag("fault"u8, "R47") && ReadEndTag("methodResponse"u8, "R44"));
                break;
            default:
                throw new InvalidOperationException("The reader does not stand behind a result or a fault.");
        }

        ReadEpilog();
    }

    /// <summary>Reads the struct of a fault (R47).</summary>
    /// <returns>The fault.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no fault.</exception>
    public XmlRpcFault ReadFault()
    {
        var place = _xml.Position;
        ReadStartStruct();
        var members = new XmlRpcStruct(capacity: 2);
        while (ReadNextMember())
        {
            var name = GetMemberName();
            if (name == "faultCause" && Dialect.AllowFaultMembers)
            {
                // A serialised exception of Java's: passed over unread (R79).
                Skip();
            }
            else if (!members.TryAdd(name, ReadValue()) && Dialect.DuplicateMembers == XmlRpcDuplicateMembers.Refuse)
            {
                throw Fail($"The fault has two members called '{Shorten(name)}'.", place, "R36", nameof(XmlRpcDialect.DuplicateMembers));
            }
        }

        return XmlRpcFaultStruct.Read(members, Dialect, out var problem, out var allowedBy)
            ?? throw Fail(problem, place, "R47", allowedBy);
    }

    private bool ReadProlog()
    {
        if (_xml.Position == 0 && _state.Origin.Offset == 0)
        {
            _xml.TryLiteral("\uFEFF"u8);
            if (Dialect.AllowLeadingText)
            {
                SkipLeadingText();
            }

            return _xml.ReadDeclaration();
        }

        return true;
    }

    private void SkipLeadingText()
    {
        var rest = _xml.Text[_xml.Position..];
        var declaration = rest.IndexOf("<?xml"u8);
        var root = rest.IndexOf("<method"u8);
        var start = declaration >= 0 && (root < 0 || declaration < root) ? declaration : root;
        if (start > 0)
        {
            // A document type is no stray text: it stays, to be refused.
            var documentType = rest[..start].IndexOf("<!DOCTYPE"u8);
            _xml.Position += documentType >= 0 ? documentType : start;
        }
    }

    // The root is the one element that is never skipped for being unknown.
    private bool ReadRoot(out XmlTag root)
    {
        root = default;
        if (!_xml.ReadContent(out var content))
        {
            return false;
        }

        if (!IsBlank(content))
        {
            throw Fail("Text stands before the message.", content.Start, "R06", nameof(XmlRpcDialect.AllowLeadingText));
        }

        return _xml.ReadTag(out root);
    }

    private void ReadEpilog()
    {
        Require(_xml.ReadContent(out var content));
        if (!IsBlank(content) || !content.IsPlain && HoldsCharacterData(content))
        {
            throw _xml.Fail("Text stands after the end of the message.", content.Start, "R06");
        }

        Require(_xml.ReadTag(out var tag));
        if (tag.Kind != XmlTagKind.None)
        {
            throw _xml.Fail("The message has ended, and further markup follows.", tag.Start, "R06");
        }

        _state.Phase = XmlRpcReaderPhase.Done;
    }

    private bool ReadStartParameters()
    {
        if (_xml.TryStartTags("<params>"u8, 1))
        {
            return true;
        }

        Require(ReadTag(out var tag));
        if (tag.Kind == XmlTagKind.Start && Is(tag, "params"u8))
        {
            return true;
        }

        if (tag.Kind == XmlTagKind.Empty && Is(tag, "params"u8))
        {
            Require(ReadEndTag("methodCall"u8, "R10"));
        }
        else if (tag.Kind != XmlTagKind.End || !Is(tag, "methodCall"u8))
        {
            throw Unexpected(tag, "the parameters or the end of the call", "R10");
        }

        ReadEpilog();
        return false;
    }

    private bool ReadStartParameter()
    {
        if (!_xml.TryStartTags("<param>"u8, 1))
        {
            Require(ReadTag(out var tag));
            if (tag.Kind == XmlTagKind.End && Is(tag, "params"u8))
            {
                Require(ReadEndTag("methodCall"u8, "R10"));
                ReadEpilog();
                return false;
            }

            if (tag.Kind != XmlTagKind.Start || !Is(tag, "param"u8))
            {
                throw Unexpected(tag, "a parameter or their end", "R11");
            }
        }

        _state.Phase = XmlRpcReaderPhase.Value;
        _state.Frame = XmlRpcReaderPhase.ParameterEnd;
        return true;
    }

    private XmlRpcResponseType ReadStartResult(int start)
    {
        if (!_xml.TryStartTags("<param>"u8, 1))
        {
            Require(ReadTag(out var tag));
            if (tag.Kind == XmlTagKind.End && Is(tag, "params"u8))
            {
                Require(ReadEndTag("methodResponse"u8, "R44"));
                return EndWithoutResult(start);
            }

            if (tag.Kind != XmlTagKind.Start || !Is(tag, "param"u8))
            {
                throw Unexpected(tag, "the result", "R46");
            }
        }

        _state.Phase = XmlRpcReaderPhase.Value;
        _state.Frame = XmlRpcReaderPhase.ResultEnd;
        return XmlRpcResponseType.Result;
    }

    private XmlRpcResponseType EndWithoutResult(int start)
    {
        if (!Dialect.AllowMissingResult)
        {
            throw Fail("The answer holds neither a result nor a fault.", start, "R45", nameof(XmlRpcDialect.AllowMissingResult));
        }

        ReadEpilog();
        return XmlRpcResponseType.Empty;
    }

    private readonly ReadOnlySpan<byte> CheckMethodName(ReadOnlySpan<byte> name)
    {
        if (Dialect.AllowMethodNameWhiteSpace)
        {
            name = name.Trim(" \t\r\n"u8);
        }

        if (name.IsEmpty)
        {
            throw Fail("The name of the method is empty.", _content.Start, "R07");
        }

        if (name.IndexOfAnyExcept(MethodNameOctets) < 0 || Dialect.AllowAnyMethodName)
        {
            return name;
        }

        var isBlank = name.Trim(" \t\r\n"u8).IndexOfAnyExcept(MethodNameOctets) < 0;
        throw Fail(
            $"The name of a method holds letters of ASCII, digits and '_', '.', ':' and '/' only. Found '{Shorten(Encoding.UTF8.GetString(name))}'.",
            _content.Start,
            "R08",
            isBlank ? nameof(XmlRpcDialect.AllowMethodNameWhiteSpace) : nameof(XmlRpcDialect.AllowAnyMethodName));
    }

    private static void Require(bool isComplete)
    {
        if (!isComplete)
        {
            throw new InvalidOperationException("The frame of a message is read from text that is complete.");
        }
    }

    private readonly bool HoldsCharacterData(in XmlContent content) => content.In(_xml.Text).IndexOfAny((byte)'&', (byte)']') >= 0;
}
