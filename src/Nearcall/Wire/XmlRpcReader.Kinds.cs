namespace Nearcall;

/// <summary>Which kind an element is, and whether the dialect reads it.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>Finds the kind of a value by its start tag, where that is one of the usual. White space may stand before it.</summary>
    private readonly bool FindUsualTag(out XmlRpcKind kind, out int start, out int length)
    {
        start = _xml.AfterBlanks();
        kind = UsualKind(_xml.Text[start..], out length);
        return length > 0;
    }

    /// <summary>
    /// The kind of a value by its start tag, where that is one of the usual and has no attributes. Other tags are found, and refused,
    /// by their names.
    /// </summary>
    /// <param name="text">The text from the tag on.</param>
    /// <param name="length">The length of the tag; 0 where it is none of these.</param>
    private static XmlRpcKind UsualKind(ReadOnlySpan<byte> text, out int length)
    {
        (var kind, length) = (text.Length < 2 ? 0 : text[1]) switch
        {
            (byte)'i' => text.StartsWith("<int>"u8) ? (XmlRpcKind.Int, 5)
                : text.StartsWith("<i4>"u8) ? (XmlRpcKind.Int, 4)
                : text.StartsWith("<i8>"u8) ? (XmlRpcKind.I8, 4)
                : default,
            (byte)'s' => text.StartsWith("<string>"u8) ? (XmlRpcKind.String, 8)
                : text.StartsWith("<struct>"u8) ? (XmlRpcKind.Struct, 8)
                : default,
            (byte)'d' => text.StartsWith("<double>"u8) ? (XmlRpcKind.Double, 8)
                : text.StartsWith("<dateTime.iso8601>"u8) ? (XmlRpcKind.DateTime, 18)
                : default,
            (byte)'b' => text.StartsWith("<boolean>"u8) ? (XmlRpcKind.Boolean, 9)
                : text.StartsWith("<base64>"u8) ? (XmlRpcKind.Base64, 8)
                : default,
            (byte)'a' => text.StartsWith("<array>"u8) ? (XmlRpcKind.Array, 7) : default,
            (byte)'n' => text.StartsWith("<nil/>"u8) ? (XmlRpcKind.Nil, 6) : default,
            _ => default((XmlRpcKind, int)),
        };
        return kind;
    }

    /// <summary>The kind that an element stands for; null for any other element.</summary>
    private readonly XmlRpcKind? FindKind(in XmlTag tag)
    {
        var name = Name(tag);
        return tag.PrefixLength > 0 ? FindExtension(tag)
            : name.SequenceEqual("int"u8) || name.SequenceEqual("i4"u8) ? XmlRpcKind.Int
            : name.SequenceEqual("string"u8) ? XmlRpcKind.String
            : name.SequenceEqual("double"u8) ? XmlRpcKind.Double
            : name.SequenceEqual("boolean"u8) ? XmlRpcKind.Boolean
            : name.SequenceEqual("dateTime.iso8601"u8) ? XmlRpcKind.DateTime
            : name.SequenceEqual("base64"u8) ? XmlRpcKind.Base64
            : FindExtension(name);
    }

    private readonly XmlRpcKind? FindExtension(in XmlTag tag)
    {
        var uri = _xml.FindNamespace(tag);
        if (uri is not null)
        {
            return uri == XmlNamespace.Apache ? FindExtension(Name(tag)[(tag.PrefixLength + 1)..]) : null;
        }

        return Dialect.AllowUndeclaredPrefix && IsUsualPrefix(tag) ? FindExtension(Name(tag)[(tag.PrefixLength + 1)..]) : null;
    }

    private readonly bool IsUsualPrefix(in XmlTag tag) => Name(tag)[..tag.PrefixLength].SequenceEqual("ex"u8);

    private static XmlRpcKind? FindExtension(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("nil"u8) ? XmlRpcKind.Nil
        : name.SequenceEqual("i8"u8) ? XmlRpcKind.I8
        : name.SequenceEqual("i1"u8) ? XmlRpcKind.I1
        : name.SequenceEqual("i2"u8) ? XmlRpcKind.I2
        : name.SequenceEqual("float"u8) ? XmlRpcKind.Float
        : name.SequenceEqual("bigdecimal"u8) ? XmlRpcKind.BigDecimal
        : name.SequenceEqual("biginteger"u8) ? XmlRpcKind.BigInteger
        : name.SequenceEqual("dateTime"u8) ? XmlRpcKind.ExtensionDateTime
        : name.SequenceEqual("dom"u8) ? XmlRpcKind.Dom
        : name.SequenceEqual("serializable"u8) ? XmlRpcKind.Serializable
        : null;

    /// <summary>What an element is read as that stands for no kind.</summary>
    private readonly XmlRpcKind FindUnknown(in XmlTag tag)
    {
        if (IsFrame(Name(tag)))
        {
            throw Unexpected(tag, "a type", "R28", "value"u8);
        }

        if (IsUsualPrefix(tag) && _xml.FindNamespace(tag) is null && FindExtension(Name(tag)[(tag.PrefixLength + 1)..]) is not null)
        {
            throw Fail("The prefix 'ex' is not declared.", tag.Start, "R73", nameof(XmlRpcDialect.AllowUndeclaredPrefix));
        }

        return Dialect.AllowUnknownTypes
            ? XmlRpcKind.String
            : throw Fail($"'{NameText(tag)}' is no type of the protocol.", tag.Start, "R41", nameof(XmlRpcDialect.AllowUnknownTypes));
    }

    /// <summary>Checks what can be said of a scalar before it is asked for: that the dialect reads it, and its length.</summary>
    private void CheckScalar(in XmlContent content)
    {
        if (Kind is XmlRpcKind.Int or XmlRpcKind.Boolean or XmlRpcKind.Double or XmlRpcKind.DateTime
            && content.IsPlain && content.Length > 0 && content.Length <= Limits.MaxDigits && _xml.Text[content.Start] > ' ')
        {
            return;
        }

        var (isRead, rule, name) = Kind switch
        {
            XmlRpcKind.Nil => (Dialect.ReadNil, "R71", nameof(XmlRpcDialect.ReadNil)),
            XmlRpcKind.I8 => (Dialect.ReadI8, "R74", nameof(XmlRpcDialect.ReadI8)),
            XmlRpcKind.Dom => (Dialect.ReadDom, "R76", nameof(XmlRpcDialect.ReadDom)),
            XmlRpcKind.Serializable => (Dialect.ReadSerializable, "R76", nameof(XmlRpcDialect.ReadSerializable)),
            XmlRpcKind.ExtensionDateTime => (Dialect.ReadExtensions, "R75", nameof(XmlRpcDialect.ReadExtensions)),
            > XmlRpcKind.I8 => (Dialect.ReadExtensions, "R74", nameof(XmlRpcDialect.ReadExtensions)),
            _ => (true, null, null),
        };
        if (!isRead && !_isSkipping)
        {
            throw Fail($"A value of type '{Kind.ElementName}' is not read.", content.Start, rule, name);
        }

        if (Kind == XmlRpcKind.Nil)
        {
            if (!IsEmpty(content) && !(Dialect.AllowScalarWhiteSpace && IsBlank(content)))
            {
                var allowedBy = IsBlank(content) ? nameof(XmlRpcDialect.AllowScalarWhiteSpace) : null;
                throw Fail("A nil holds nothing.", content.Start, "R72", allowedBy);
            }
        }
        else if (Kind is XmlRpcKind.Dom or XmlRpcKind.Serializable)
        {
            CheckLength(content, "R76");
        }
        else if (content.Length > Limits.MaxDigits)
        {
            var problem = $"The value is {content.Length} characters long; the limit is {Limits.MaxDigits}.";
            throw OverLimit(problem, content.Start, nameof(XmlRpcLimits.MaxDigits), "R74");
        }
        else if (Dialect.AllowEmptyScalar && (IsEmpty(content) || (Dialect.AllowScalarWhiteSpace && IsBlank(content))))
        {
            Kind = XmlRpcKind.Nil;
        }
    }

    private readonly void CheckLength(in XmlContent content, string rule)
    {
        if (content.Length > Limits.MaxStringLength)
        {
            var problem = $"The text is {content.Length} octets long; the limit is {Limits.MaxStringLength}.";
            throw OverLimit(problem, content.Start, nameof(XmlRpcLimits.MaxStringLength), rule);
        }
    }
}
