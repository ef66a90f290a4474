namespace Nearcall;

/// <summary>Whole structs, arrays and values of any kind.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>Moves past the start of an array; its items follow: <c>while (reader.ReadNextItem()) …</c> (R38).</summary>
    /// <exception cref="XmlRpcFormatException">The value is no array.</exception>
    public void ReadStartArray()
    {
        if (TryPlainValue(out var rest) && TryReadPlainStartArray(rest))
        {
            return;
        }

        ReadNext("An array");
        if (TokenType != XmlRpcTokenType.StartArray)
        {
            throw Mismatch("An array");
        }
    }

    /// <summary>Looks for a further item of the array. At its end, moves past the end.</summary>
    /// <returns>Whether the reader stands before an item.</returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    /// <exception cref="InvalidOperationException">The reader does not stand in an array.</exception>
    public bool ReadNextItem()
    {
        if (_state.Phase == XmlRpcReaderPhase.Items)
        {
            if (TryReadPlainNextItem(out var isThere))
            {
                return isThere;
            }

            if (!IsEndTagNext())
            {
                return true;
            }

            ReadOrThrow();
            return false;
        }

        if (_state.Phase == XmlRpcReaderPhase.ContainerEnd && !_state.Containers.IsTopStruct)
        {
            ReadOrThrow();
            return false;
        }

        throw new InvalidOperationException("The reader does not stand before or behind an item of an array.");
    }

    /// <summary>Moves past the start of a struct; its members follow: <c>while (reader.ReadNextMember()) …</c> (R34).</summary>
    /// <exception cref="XmlRpcFormatException">The value is no struct.</exception>
    public void ReadStartStruct()
    {
        if (TryPlainValue(out var rest) && TryReadPlainStartStruct(rest))
        {
            return;
        }

        ReadNext("A struct");
        if (TokenType != XmlRpcTokenType.StartStruct)
        {
            throw Mismatch("A struct");
        }
    }

    /// <summary>Moves past the name of a further member of the struct, or past the end of the struct.</summary>
    /// <returns>Whether a name was read: the reader stands before its value, which must be read or skipped.</returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    /// <exception cref="InvalidOperationException">The reader does not stand in a struct.</exception>
    public bool ReadNextMember()
    {
        if (_state.Phase is not (XmlRpcReaderPhase.Members or XmlRpcReaderPhase.MemberEnd)
            && !(_state.Phase == XmlRpcReaderPhase.ContainerEnd && _state.Containers.IsTopStruct))
        {
            throw new InvalidOperationException("The reader does not stand before or behind a member of a struct.");
        }

        if (!TryReadPlainNextMember())
        {
            ReadOrThrow();
        }

        return TokenType == XmlRpcTokenType.MemberName;
    }

    /// <summary>The name of the member in UTF-8; any text, empty included (R37). Case counts (R49).</summary>
    public readonly ReadOnlySpan<byte> MemberName => Octets(_content);

    /// <summary>Compares the name of the member, without making a string of it.</summary>
    /// <param name="utf8">A name in UTF-8.</param>
    /// <returns>Whether the member has that name; names are case sensitive (R37, R49).</returns>
    public readonly bool MemberNameEquals(ReadOnlySpan<byte> utf8) => Octets(_content).SequenceEqual(utf8);

    /// <summary>Gives the name of the member.</summary>
    /// <returns>The name; any text, empty included (R37).</returns>
    public readonly string GetMemberName() => ContentText();

    /// <summary>Moves past the next value, whatever it is.</summary>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public void Skip()
    {
        if (!TrySkip())
        {
            ThrowNoValue();
        }
    }

    /// <summary>Moves past the next value, if the text holds all of it.</summary>
    /// <returns>Whether it does; if not, the reader stands where it stood before.</returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public bool TrySkip()
    {
        if (_state.Phase is not (XmlRpcReaderPhase.Value or XmlRpcReaderPhase.Start or XmlRpcReaderPhase.Items))
        {
            return false;
        }

        var before = this;
        var depth = Depth;
        _isSkipping = true;
        do
        {
            if (!Read())
            {
                this = before;
                return false;
            }
        }
        while (Depth > depth || TokenType == XmlRpcTokenType.MemberName);

        if (Depth < depth)
        {
            throw CreateException("A value was expected, but the array has ended.", "R38");
        }

        _isSkipping = before._isSkipping;
        return true;
    }

    /// <summary>Reads a value of any kind.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public XmlRpcValue ReadValue()
    {
        if (TryPlainValue(out var rest))
        {
            if (TryReadPlainScalar(rest, out var value))
            {
                return value;
            }

            if (TryReadPlainStartStruct(rest))
            {
                return ReadStructValue();
            }

            if (TryReadPlainStartArray(rest))
            {
                return ReadArrayValue();
            }
        }

        ReadNext("A value");
        return TokenType switch
        {
            XmlRpcTokenType.StartArray => ReadArrayValue(),
            XmlRpcTokenType.StartStruct => ReadStructValue(),
            _ => ReadScalarValue(),
        };
    }

    private XmlRpcValue ReadArrayValue()
    {
        var items = new ItemBuffer<XmlRpcValue>();
        while (ReadNextItem())
        {
            items.Add(ReadValue());
            if (TokenType == XmlRpcTokenType.Scalar && Kind == XmlRpcKind.Int)
            {
                ReadPlainInts(ref items);
            }
        }

        return items.Count == 0 ? XmlRpcArray.Empty : new XmlRpcArray(items.ToArray());
    }

    private XmlRpcValue ReadStructValue()
    {
        if (_memberNames is null && _hasReadStruct)
        {
            // Structs of one message are often alike.
            _memberNames = new MemberNames();
        }

        _hasReadStruct = true;
        var members = new StructBuilder();
        while (TryReadMemberName(members, out var name, out var mark))
        {
            if (members.Count == 0)
            {
                members.Expect(_memberNames?.AllAfter(name));
            }

            var place = _xml.Position;
            AddMember(ref members, name, mark, ReadValue(), place);
        }

        if (members.OwnNames is { } names)
        {
            _memberNames?.Keep(names);
        }

        return members.Build();
    }

    /// <summary>Reads the name of the next member, or the end of the struct.</summary>
    /// <remarks>The structs of a list often have the same members in the same order, so the last name in this place is tried first.</remarks>
    private bool TryReadMemberName(in StructBuilder members, out string name, out ulong mark)
    {
        if (_memberNames is not null && _memberNames.TryGuess(members.Count, out var guess)
            && TryReadMember(_xml.Text.Slice(guess.Start, guess.Length)))
        {
            (name, mark) = (guess.Name, guess.Mark);
            return true;
        }

        if (!ReadNextMember())
        {
            (name, mark) = ("", 0);
            return false;
        }

        name = GetMemberName(members.ExpectedName, out mark);
        if (_content.IsPlain)
        {
            _memberNames?.Keep(members.Count, new(name, _content.Start, _content.Length, mark));
        }

        return true;
    }

    /// <summary>Gives the name of the member, the same string as for another struct of the message if it can, and its mark.</summary>
    private readonly string GetMemberName(string? expected, out ulong mark)
    {
        if (!_content.IsPlain)
        {
            // It may be the same name as one that is spelled otherwise.
            mark = MemberNames.AnyMark;
            return ContentText();
        }

        var octets = _content.In(_xml.Text);
        mark = MemberNames.Mark(octets);
        return MemberNames.Equals(expected, octets) ? expected : _memberNames?.Get(octets) ?? ContentText();
    }

    private readonly void AddMember(ref StructBuilder members, string name, ulong mark, in XmlRpcValue value, int place)
    {
        if (members.TryAdd(name, mark, value))
        {
            return;
        }

        switch (Dialect.DuplicateMembers)
        {
            case XmlRpcDuplicateMembers.Refuse:
                throw Fail($"The struct has two members called '{Shorten(name)}'.", place, "R36", nameof(XmlRpcDialect.DuplicateMembers));
            case XmlRpcDuplicateMembers.KeepLast:
                members.Replace(name, value);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether an end tag comes next, looking past what may stand before it; the value itself is not read twice.</summary>
    private bool IsEndTagNext()
    {
        var position = _xml.Position;
        var scope = _xml.Scope;
        if (!ReadTag(out var tag))
        {
            ThrowNoValue();
        }

        _xml.Position = position;
        _xml.Scope = scope;
        return tag.Kind == XmlTagKind.End;
    }

    private readonly XmlRpcValue ReadScalarValue()
    {
        switch (Kind)
        {
            case XmlRpcKind.Nil:
                return XmlRpcValue.Nil;
            case XmlRpcKind.String:
                return ContentText();
            case XmlRpcKind.Int:
                var number = ParseWhole(long.MinValue, long.MaxValue, "An int");
                return number is >= int.MinValue and <= int.MaxValue ? (XmlRpcValue)(int)number : number;
            case XmlRpcKind.I8:
                return ParseWhole(long.MinValue, long.MaxValue, "An i8");
            case XmlRpcKind.I2:
                return XmlRpcValue.I2((short)ParseWhole(short.MinValue, short.MaxValue, "An i2"));
            case XmlRpcKind.I1:
                return XmlRpcValue.I1((sbyte)ParseWhole(sbyte.MinValue, sbyte.MaxValue, "An i1"));
            case XmlRpcKind.Boolean:
                return ParseBoolean();
            case XmlRpcKind.Double:
                return ParseDouble();
            case XmlRpcKind.Float:
                return XmlRpcValue.Float((float)ParseDouble());
            case XmlRpcKind.DateTime:
                return ParseDateTime();
            case XmlRpcKind.ExtensionDateTime:
                return XmlRpcValue.ExtensionDateTime(ParseExtensionDateTime().ToDateTimeOffset());
            case XmlRpcKind.Base64:
            case XmlRpcKind.Serializable:
                return XmlRpcValue.FromOwnedBytes(Kind, ParseBase64());
            case XmlRpcKind.Dom:
                return XmlRpcValue.FromOwnedBytes(Kind, _content.In(_xml.Text).ToArray());
            case XmlRpcKind.BigInteger:
                return ParseBigInteger();
            default:
                return ParseBigDecimal();
        }
    }

    private void ReadOrThrow()
    {
        if (!Read())
        {
            ThrowNoValue();
        }
    }
}
