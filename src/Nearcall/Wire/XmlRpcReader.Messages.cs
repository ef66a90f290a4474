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
    public void ReadStartMethodCall() => Require(TryReadStartMethodCall());

    /// <summary>As <see cref="ReadStartMethodCall"/>; false where the text ends too early and is not final.</summary>
    internal bool TryReadStartMethodCall()
    {
        if (TryReadPlainHead())
        {
            return true;
        }

        if (!ReadMessageProlog() || !ReadRoot(out var root))
        {
            return false;
        }

        if (!Is(root, "methodCall"u8) || root.Kind is XmlTagKind.End or XmlTagKind.None)
        {
            throw Unexpected(root, "a method call", "R06", open: default);
        }

        if (root.Kind == XmlTagKind.Empty)
        {
            throw Fail("A method call holds the name of a method.", root.Start, "R07");
        }

        if (!ReadTag(out var name))
        {
            return false;
        }

        if (!Is(name, "methodName"u8) || name.Kind is XmlTagKind.End or XmlTagKind.None)
        {
            throw Unexpected(name, "the name of the method", "R07", "methodCall"u8);
        }

        _content = new XmlContent(_xml.Position, 0, isPlain: true);
        if (name.Kind == XmlTagKind.Start && !(_xml.ReadContent(out _content) && ReadEndTag("methodName"u8, "R07")))
        {
            return false;
        }

        _methodName = CheckMethodName(Octets(_content));
        _state.Phase = XmlRpcReaderPhase.CallHead;
        return true;
    }

    /// <summary>
    /// Looks for a further parameter of the call, or item of the array that stands for its parameters in
    /// <c>system.multicall</c>. At their end, moves past the end; that of a call is also the end of the text (R10, R11).
    /// </summary>
    /// <returns>Whether the reader stands before the value of a parameter.</returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public bool ReadNextParameter()
    {
        Require(TryReadNextParameter(out var isThere));
        return isThere;
    }

    /// <summary>As <see cref="ReadNextParameter"/>; false where the text ends too early and is not final.</summary>
    internal bool TryReadNextParameter(out bool isThere)
    {
        switch (_state.Phase)
        {
            case XmlRpcReaderPhase.CallHead or XmlRpcReaderPhase.ParameterEnd when TryReadPlainNextParameter(out isThere):
                return true;
            case XmlRpcReaderPhase.CallHead:
                return TryReadStartParameters(out isThere) && (!isThere || TryReadStartParameter(out isThere));
            case XmlRpcReaderPhase.ParameterEnd:
                isThere = false;
                return ReadEndTag("param"u8, "R11") && TryReadStartParameter(out isThere);
            case XmlRpcReaderPhase.Items or XmlRpcReaderPhase.ContainerEnd:
                isThere = ReadNextItem();
                return true;
            case XmlRpcReaderPhase.Done or XmlRpcReaderPhase.MemberEnd:
                // Behind the last: of a call, or of the array in an entry of a multicall.
                isThere = false;
                return true;
            default:
                throw new InvalidOperationException("The reader does not stand before or behind a parameter.");
        }
    }

    /// <summary>Moves past the end of the parameters.</summary>
    /// <exception cref="XmlRpcFormatException">There is a further parameter (R55).</exception>
    public void ReadEndParameters()
    {
        Require(TryReadEndParameters());
    }

    /// <summary>As <see cref="ReadEndParameters"/>; false where the text ends too early and is not final.</summary>
    internal bool TryReadEndParameters()
    {
        if (!TryReadNextParameter(out var isThere))
        {
            return false;
        }

        if (isThere)
        {
            const string Problem = "The call has more arguments than the method has parameters.";
            throw _xml.Fail(Problem, _xml.Position, "R55", faultCode: XmlRpcFaultCodes.InvalidParameters);
        }

        return true;
    }

    /// <summary>Moves past the start of an answer, up to its result or fault (R44 to R47).</summary>
    /// <returns>What the answer holds.</returns>
    /// <exception cref="XmlRpcFormatException">The text is no answer.</exception>
    public XmlRpcResponseType ReadStartMethodResponse()
    {
        Require(TryReadStartMethodResponse(out var type));
        return type;
    }

    /// <summary>As <see cref="ReadStartMethodResponse"/>; false where the text ends too early and is not final.</summary>
    internal bool TryReadStartMethodResponse(out XmlRpcResponseType type)
    {
        if (TryReadPlainResultHead())
        {
            type = XmlRpcResponseType.Result;
            return true;
        }

        type = XmlRpcResponseType.Empty;
        if (!ReadMessageProlog() || !ReadRoot(out var root))
        {
            return false;
        }

        if (!Is(root, "methodResponse"u8) || root.Kind is XmlTagKind.End or XmlTagKind.None)
        {
            throw Unexpected(root, "a method response", "R44", open: default);
        }

        if (root.Kind == XmlTagKind.Empty)
        {
            return TryEndWithoutResult(root.Start);
        }

        if (!ReadTag(out var tag))
        {
            return false;
        }

        switch (tag.Kind)
        {
            case XmlTagKind.Start when Is(tag, "fault"u8):
                _state.Phase = XmlRpcReaderPhase.Value;
                _state.Frame = XmlRpcReaderPhase.FaultEnd;
                type = XmlRpcResponseType.Fault;
                return true;
            case XmlTagKind.Start when Is(tag, "params"u8):
                return TryReadStartResult(tag.Start, out type);
            case XmlTagKind.Empty when Is(tag, "params"u8):
                return ReadEndTag("methodResponse"u8, "R44") && TryEndWithoutResult(tag.Start);
            case XmlTagKind.End when Is(tag, "methodResponse"u8):
                return TryEndWithoutResult(tag.Start);
            default:
                throw Unexpected(tag, "a result or a fault", "R44", "methodResponse"u8);
        }
    }

    /// <summary>Moves past the end of an answer, which is the end of the text.</summary>
    /// <exception cref="XmlRpcFormatException">Something else stands there: a second result, or a fault beside it (R44, R46).</exception>
    public void ReadEndMethodResponse() => Require(TryReadEndMethodResponse());

    /// <summary>As <see cref="ReadEndMethodResponse"/>; false where the text ends too early and is not final.</summary>
    internal bool TryReadEndMethodResponse()
    {
        switch (_state.Phase)
        {
            case XmlRpcReaderPhase.Done:
                return true;
            case XmlRpcReaderPhase.ResultEnd:
                return (_xml.TryEndTags("</param></params></methodResponse>"u8, 3)
                    || (ReadEndTag("param"u8, "R46") && ReadEndTag("params"u8, "R46") && ReadEndTag("methodResponse"u8, "R44")))
                    && ReadEpilog();
            case XmlRpcReaderPhase.FaultEnd:
                return ReadEndTag("fault"u8, "R47") && ReadEndTag("methodResponse"u8, "R44") && ReadEpilog();
            default:
                throw new InvalidOperationException("The reader does not stand behind a result or a fault.");
        }
    }

    /// <summary>Reads the struct of a fault (R47).</summary>
    /// <returns>The fault.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no fault.</exception>
    public XmlRpcFault ReadFault()
    {
        var place = _xml.Position;
        ReadStartStruct();
        var members = new StructBuilder();
        members.Expect(names: null);
        while (ReadNextMember())
        {
            var name = GetMemberName();
            var memberPlace = _xml.Position;
            if (name == "faultCause" && Dialect.AllowFaultMembers)
            {
                // A serialised exception of Java's: passed over unread (R79).
                Skip();
            }
            else
            {
                AddMember(ref members, name, MemberNames.AnyMark, ReadValue(), memberPlace);
            }
        }

        return XmlRpcFaultStruct.Read(members.Build(), Dialect, out var problem, out var allowedBy)
            ?? throw Fail(problem, place, "R47", allowedBy);
    }

    private bool TryReadStartParameters(out bool isThere)
    {
        isThere = _xml.TryStartTags("<params>"u8, 1);
        if (isThere)
        {
            return true;
        }

        if (!ReadTag(out var tag))
        {
            return false;
        }

        if (tag.Kind == XmlTagKind.Start && Is(tag, "params"u8))
        {
            isThere = true;
            return true;
        }

        if (tag.Kind == XmlTagKind.Empty && Is(tag, "params"u8))
        {
            return ReadEndTag("methodCall"u8, "R10") && ReadEpilog();
        }

        if (tag.Kind != XmlTagKind.End || !Is(tag, "methodCall"u8))
        {
            throw Unexpected(tag, "the parameters or the end of the call", Is(tag, "methodName"u8) ? "R07" : "R10", "methodCall"u8);
        }

        return ReadEpilog();
    }

    private bool TryReadStartParameter(out bool isThere)
    {
        isThere = false;
        if (!_xml.TryStartTags("<param>"u8, 1))
        {
            if (TryEndPlainCall())
            {
                return true;
            }

            if (!ReadTag(out var tag))
            {
                return false;
            }

            if (tag.Kind == XmlTagKind.End && Is(tag, "params"u8))
            {
                return ReadEndTag("methodCall"u8, "R10") && ReadEpilog();
            }

            if (tag.Kind != XmlTagKind.Start || !Is(tag, "param"u8))
            {
                throw Unexpected(tag, "a parameter or their end", "R11", "params"u8);
            }
        }

        _state.Phase = XmlRpcReaderPhase.Value;
        _state.Frame = XmlRpcReaderPhase.ParameterEnd;
        isThere = true;
        return true;
    }

    private bool TryReadStartResult(int start, out XmlRpcResponseType type)
    {
        type = XmlRpcResponseType.Empty;
        if (!_xml.TryStartTags("<param>"u8, 1))
        {
            if (!ReadTag(out var tag))
            {
                return false;
            }

            if (tag.Kind == XmlTagKind.End && Is(tag, "params"u8))
            {
                return ReadEndTag("methodResponse"u8, "R44") && TryEndWithoutResult(start);
            }

            if (tag.Kind != XmlTagKind.Start || !Is(tag, "param"u8))
            {
                throw Unexpected(tag, "the result", "R46", "params"u8);
            }
        }

        _state.Phase = XmlRpcReaderPhase.Value;
        _state.Frame = XmlRpcReaderPhase.ResultEnd;
        type = XmlRpcResponseType.Result;
        return true;
    }

    private bool TryEndWithoutResult(int start)
    {
        if (!Dialect.AllowMissingResult)
        {
            throw Fail("The answer holds neither a result nor a fault.", start, "R45", nameof(XmlRpcDialect.AllowMissingResult));
        }

        return ReadEpilog();
    }

    private readonly ReadOnlySpan<byte> CheckMethodName(ReadOnlySpan<byte> name)
    {
        var trimmed = name.Trim(" \t\r\n"u8);
        if (Dialect.AllowMethodNameWhiteSpace)
        {
            name = trimmed;
        }

        if (trimmed.IsEmpty)
        {
            throw Fail("The name of the method is empty.", _content.Start, "R07");
        }

        if (name.IndexOfAnyExcept(MethodNameOctets) < 0 || Dialect.AllowAnyMethodName)
        {
            return name;
        }

        var isOnlyBlank = trimmed.IndexOfAnyExcept(MethodNameOctets) < 0;
        var found = Shorten(Encoding.UTF8.GetString(name));
        throw Fail(
            $"The name of a method holds letters of ASCII, digits and '_', '.', ':' and '/' only. Found '{found}'.",
            _content.Start,
            "R08",
            isOnlyBlank ? nameof(XmlRpcDialect.AllowMethodNameWhiteSpace) : nameof(XmlRpcDialect.AllowAnyMethodName));
    }

    private static void Require(bool isComplete)
    {
        if (!isComplete)
        {
            throw new InvalidOperationException("The frame of a message is read from text that is complete.");
        }
    }
}
