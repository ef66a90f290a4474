namespace Nearcall;

/// <summary>How a value is put together: its tags, its type and what is inside.</summary>
public ref partial struct XmlRpcReader
{
    private bool ReadValueToken()
    {
        if (!_xml.TryStartTags("<value>"u8, 1))
        {
            if (!ReadTag(out var tag))
            {
                return false;
            }

            if (!Is(tag, "value"u8) || tag.Kind is XmlTagKind.End or XmlTagKind.None)
            {
                throw UnexpectedForValue(tag);
            }

            if (tag.Kind == XmlTagKind.Empty)
            {
                return EndScalar(XmlRpcKind.String, new XmlContent(_xml.Position, 0, isPlain: true));
            }
        }

        return ReadTypeToken();
    }

    /// <summary>Says what stands where a parameter, a member, a result or a fault has its value.</summary>
    private readonly XmlRpcFormatException UnexpectedForValue(in XmlTag tag)
    {
        const string Expected = "a value";
        return Depth > 0 ? Unexpected(tag, Expected, "R34", "member"u8) : _state.Frame switch
        {
            XmlRpcReaderPhase.ParameterEnd => Unexpected(tag, Expected, "R11", "param"u8),
            XmlRpcReaderPhase.ResultEnd => Unexpected(tag, Expected, "R46", "param"u8),
            XmlRpcReaderPhase.FaultEnd => Unexpected(tag, Expected, "R47", "fault"u8),
            _ => Unexpected(tag, Expected, "R28", open: default),
        };
    }

    private bool ReadItemToken()
    {
        if (_xml.TryStartTags("<value>"u8, 1))
        {
            return ReadTypeToken();
        }

        if (_xml.TryEndTags("</data>"u8, 1))
        {
            return ReadEndTag("array"u8, "R38") && ReadEndOfValue() && EndContainer();
        }

        if (!ReadTag(out var tag))
        {
            return false;
        }

        if (tag.Kind == XmlTagKind.End && Is(tag, "data"u8))
        {
            return ReadEndTag("array"u8, "R38") && ReadEndOfValue() && EndContainer();
        }

        if (!Is(tag, "value"u8) || tag.Kind is XmlTagKind.End or XmlTagKind.None)
        {
            throw Unexpected(tag, "a value or the end of the array", "R38", "data"u8);
        }

        return tag.Kind == XmlTagKind.Empty
            ? EndScalar(XmlRpcKind.String, new XmlContent(_xml.Position, 0, isPlain: true))
            : ReadTypeToken();
    }

    private bool ReadMemberToken()
    {
        if (_xml.TryStartTags("<member>"u8, 1))
        {
            return ReadMemberName();
        }

        if (_xml.TryEndTags("</struct>"u8, 1))
        {
            return ReadEndOfValue() && EndContainer();
        }

        if (!ReadTag(out var tag))
        {
            return false;
        }

        if (tag.Kind == XmlTagKind.End && Is(tag, "struct"u8))
        {
            return ReadEndOfValue() && EndContainer();
        }

        return tag.Kind == XmlTagKind.Start && Is(tag, "member"u8)
            ? ReadMemberName()
            : throw Unexpected(tag, "a member or the end of the struct", "R34", "struct"u8);
    }

    private bool ReadMemberName()
    {
        if (!_xml.TryStartTags("<name>"u8, 1))
        {
            if (!ReadTag(out var name))
            {
                return false;
            }

            if (!Is(name, "name"u8) || name.Kind is XmlTagKind.End or XmlTagKind.None)
            {
                throw Unexpected(name, "the name of the member", "R34", "member"u8);
            }

            if (name.Kind == XmlTagKind.Empty)
            {
                return EndMemberName(new XmlContent(_xml.Position, 0, isPlain: true));
            }
        }

        return _xml.ReadContent(out var content) && ReadEndTag("name"u8, "R37") && EndMemberName(content);
    }

    private bool ReadTypeToken()
    {
        if (FindUsualTag(out var usual, out var start, out var length))
        {
            return ReadUsualToken(usual, start, length);
        }

        if (!_xml.ReadContent(out var content))
        {
            return false;
        }

        if (_xml.TryEndTag("value"u8))
        {
            return EndScalar(XmlRpcKind.String, content);
        }

        if (!_xml.ReadTag(out var tag))
        {
            return false;
        }

        if (tag.Kind is XmlTagKind.End or XmlTagKind.None)
        {
            if (!Is(tag, "value"u8))
            {
                throw Unexpected(tag, "the end of the value", "R28", "value"u8);
            }

            return EndScalar(XmlRpcKind.String, content);
        }

        if (!IsBlank(content))
        {
            throw Fail("A value holds either text or one element, and white space around that.", content.Start, "R29");
        }

        if (Is(tag, "struct"u8))
        {
            return StartContainer(
                XmlRpcTokenType.StartStruct, tag.Kind == XmlTagKind.Empty ? XmlRpcReaderPhase.ContainerEnd : XmlRpcReaderPhase.Members);
        }

        return Is(tag, "array"u8) ? ReadArrayToken(tag.Start, tag.Kind == XmlTagKind.Empty) : ReadScalarToken(tag);
    }

    /// <summary>Reads on behind a start tag that <see cref="FindUsualTag"/> found.</summary>
    private bool ReadUsualToken(XmlRpcKind kind, int start, int length)
    {
        _xml.Position = start + length;
        if (kind == XmlRpcKind.Nil)
        {
            return ReadEndOfValue() && EndScalar(kind, new XmlContent(start + length, 0, isPlain: true));
        }

        _xml.OpenElements(1);
        return kind switch
        {
            XmlRpcKind.Struct => StartContainer(XmlRpcTokenType.StartStruct, XmlRpcReaderPhase.Members),
            XmlRpcKind.Array => ReadArrayToken(start, isEnded: false),
            _ => ReadScalarContent(kind, new XmlTag(XmlTagKind.Start, start, start + 1, length - 2, 0)),
        };
    }

    private bool ReadArrayToken(int start, bool isEnded)
    {
        if (!isEnded)
        {
            if (_xml.TryStartTags("<data>"u8, 1))
            {
                return StartContainer(XmlRpcTokenType.StartArray, XmlRpcReaderPhase.Items);
            }

            if (!ReadTag(out var data))
            {
                return false;
            }

            switch (data.Kind)
            {
                case XmlTagKind.Start when Is(data, "data"u8):
                    return StartContainer(XmlRpcTokenType.StartArray, XmlRpcReaderPhase.Items);
                case XmlTagKind.Empty when Is(data, "data"u8):
                    return ReadEndTag("array"u8, "R38") && StartContainer(XmlRpcTokenType.StartArray, XmlRpcReaderPhase.ContainerEnd);
                case XmlTagKind.End when Is(data, "array"u8):
                    break;
                default:
                    throw Unexpected(data, "the data of the array", "R38", "array"u8);
            }
        }

        if (!Dialect.AllowArrayWithoutData)
        {
            throw Fail("An array holds one 'data' element.", start, "R38", nameof(XmlRpcDialect.AllowArrayWithoutData));
        }

        return StartContainer(XmlRpcTokenType.StartArray, XmlRpcReaderPhase.ContainerEnd);
    }

    private bool ReadScalarToken(in XmlTag tag)
    {
        var kind = FindKind(tag) ?? FindUnknown(tag);
        if (kind == XmlRpcKind.Dom)
        {
            return ReadFragmentToken(tag);
        }

        var content = new XmlContent(_xml.Position, 0, isPlain: true);
        return tag.Kind == XmlTagKind.Start ? ReadScalarContent(kind, tag) : ReadEndOfValue() && EndScalar(kind, content);
    }

    private bool ReadScalarContent(XmlRpcKind kind, in XmlTag tag)
    {
        if (!_xml.ReadContent(out var content))
        {
            return false;
        }

        if (!_xml.TryEndTag(Name(tag)))
        {
            if (!_xml.ReadTag(out var end))
            {
                return false;
            }

            if (end.Kind != XmlTagKind.End || !Name(end).SequenceEqual(Name(tag)))
            {
                throw Unexpected(end, $"the end of '{NameText(tag)}'", "R41", Name(tag));
            }
        }

        return ReadEndOfValue() && EndScalar(kind, content);
    }

    private bool ReadFragmentToken(in XmlTag tag)
    {
        var start = _xml.Position;
        if (!SkipElement(tag, out var end))
        {
            return false;
        }

        var length = tag.Kind == XmlTagKind.Empty ? 0 : end - start;
        return ReadEndOfValue() && EndScalar(XmlRpcKind.Dom, new XmlContent(start, length, isPlain: true));
    }

    private bool StartContainer(XmlRpcTokenType token, XmlRpcReaderPhase phase)
    {
        var isStruct = token == XmlRpcTokenType.StartStruct;
        if (Depth >= Limits.MaxDepth)
        {
            throw OverLimit($"Structs and arrays nest deeper than {Limits.MaxDepth}.", _xml.Position, nameof(XmlRpcLimits.MaxDepth), "R40");
        }

        CountMember();
        _state.Containers.Push(isStruct);
        _state.Phase = phase;
        TokenType = token;
        Kind = isStruct ? XmlRpcKind.Struct : XmlRpcKind.Array;
        return true;
    }

    private bool EndContainer()
    {
        TokenType = _state.Containers.IsTopStruct ? XmlRpcTokenType.EndStruct : XmlRpcTokenType.EndArray;
        Kind = TokenType == XmlRpcTokenType.EndStruct ? XmlRpcKind.Struct : XmlRpcKind.Array;
        _state.Containers.Pop();
        EndValue();
        return true;
    }

    private bool EndScalar(XmlRpcKind kind, in XmlContent content)
    {
        CountMember();
        _content = content;
        TokenType = XmlRpcTokenType.Scalar;
        Kind = kind;
        if (kind is XmlRpcKind.String or XmlRpcKind.Base64)
        {
            CheckLength(content, "R22");
        }
        else
        {
            CheckScalar(content);
        }

        EndValue();
        return true;
    }

    private bool EndMemberName(in XmlContent content)
    {
        CheckLength(content, "R37");
        _content = content;
        TokenType = XmlRpcTokenType.MemberName;
        _state.Phase = XmlRpcReaderPhase.Value;
        return true;
    }

    private void EndValue() =>
        _state.Phase = Depth == 0
            ? _state.Frame == XmlRpcReaderPhase.Start ? XmlRpcReaderPhase.Done : _state.Frame
            : _state.Containers.IsTopStruct ? XmlRpcReaderPhase.MemberEnd : XmlRpcReaderPhase.Items;

    private void CountMember()
    {
        if (++_state.Members > Limits.MaxMembers)
        {
            var problem = $"The message holds more than {Limits.MaxMembers} values.";
            throw OverLimit(problem, _xml.Position, nameof(XmlRpcLimits.MaxMembers), "R40");
        }
    }
}
