using System.Text;

namespace Nearcall;

/// <summary>The elements of a message: what may stand between them, and how unknown ones are passed.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>Reads the next tag that the protocol knows, past white space and, where the dialect says so, unknown elements.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="textRule">The rule that text before the tag breaks.</param>
    private bool ReadTag(out XmlTag tag, string textRule = "R41")
    {
        while (true)
        {
            tag = default;
            if (!_xml.ReadContent(out var content))
            {
                return false;
            }

            if (!IsBlank(content))
            {
                throw Fail("Text stands between elements, where only white space may.", content.Start, textRule);
            }

            if (!_xml.ReadTag(out tag))
            {
                return false;
            }

            if (tag.Kind is XmlTagKind.End or XmlTagKind.None || IsKnown(tag))
            {
                return true;
            }

            if (!Dialect.AllowUnknownElements)
            {
                throw Fail(
                    $"'{NameText(tag)}' is no element of the protocol.", tag.Start, "R41", nameof(XmlRpcDialect.AllowUnknownElements));
            }

            if (!SkipElement(tag, out _))
            {
                return false;
            }
        }
    }

    private bool ReadEndTag(ReadOnlySpan<byte> name, string rule)
    {
        if (_xml.TryEndTag(name))
        {
            return true;
        }

        if (!ReadTag(out var tag))
        {
            return false;
        }

        if (tag.Kind != XmlTagKind.End || !Is(tag, name))
        {
            throw Unexpected(tag, $"the end of '{Encoding.UTF8.GetString(name)}'", rule, name);
        }

        return true;
    }

    /// <summary>Reads the end tag of a value; beside the one element in it there is nothing but white space.</summary>
    private bool ReadEndOfValue()
    {
        if (_xml.TryEndTags("</value>"u8, 1))
        {
            return true;
        }

        if (!ReadTag(out var tag, textRule: "R29"))
        {
            return false;
        }

        if (tag.Kind != XmlTagKind.End || !Is(tag, "value"u8))
        {
            throw Unexpected(tag, "the end of 'value'", "R29", "value"u8);
        }

        return true;
    }

    /// <summary>Moves past an element whose start tag was read, whatever it holds, and checks that it is well formed.</summary>
    private bool SkipElement(in XmlTag element, out int endTagStart)
    {
        endTagStart = _xml.Position;
        if (element.Kind == XmlTagKind.Empty)
        {
            return true;
        }

        var open = new Stack<(int Start, int Length)>();
        open.Push((element.NameStart, element.NameLength));
        while (open.TryPeek(out var top))
        {
            if (!_xml.ReadContent(out _) || !_xml.ReadTag(out var tag))
            {
                return false;
            }

            switch (tag.Kind)
            {
                case XmlTagKind.Start:
                    open.Push((tag.NameStart, tag.NameLength));
                    break;
                case XmlTagKind.End when Name(tag).SequenceEqual(_xml.Text.Slice(top.Start, top.Length)):
                    open.Pop();
                    endTagStart = tag.Start;
                    break;
                case XmlTagKind.Empty:
                    break;
                default:
                    var name = Shorten(Encoding.UTF8.GetString(_xml.Text.Slice(top.Start, top.Length)));
                    throw Unexpected(tag, $"the end of '{name}'", rule: null, open: default);
            }
        }

        return true;
    }

    private readonly bool Is(in XmlTag tag, ReadOnlySpan<byte> name) => Name(tag).SequenceEqual(name);

    private readonly ReadOnlySpan<byte> Name(scoped in XmlTag tag) => _xml.Text.Slice(tag.NameStart, tag.NameLength);

    private readonly string NameText(in XmlTag tag) => Shorten(Encoding.UTF8.GetString(Name(tag)));

    private static string Shorten(string text) => text.Length <= 64 ? text : string.Concat(text.AsSpan(0, 64), "…");

    private readonly bool IsKnown(in XmlTag tag) => IsFrame(Name(tag)) || FindKind(tag) is not null;

    /// <summary>Whether an element is one of those that values stand in.</summary>
    private static bool IsFrame(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("value"u8) || name.SequenceEqual("member"u8) || name.SequenceEqual("name"u8)
            || name.SequenceEqual("data"u8) || name.SequenceEqual("param"u8) || name.SequenceEqual("params"u8)
            || name.SequenceEqual("methodCall"u8) || name.SequenceEqual("methodName"u8)
            || name.SequenceEqual("methodResponse"u8) || name.SequenceEqual("fault"u8)
            || name.SequenceEqual("struct"u8) || name.SequenceEqual("array"u8);

    private readonly bool IsBlank(in XmlContent content) =>
        content.Length == 0 || XmlText.IsMisc(content.In(_xml.Text)) || (!content.IsPlain && Octets(content).IndexOfAnyExcept(" \t\r\n"u8) < 0);

    private readonly bool IsEmpty(in XmlContent content) => content.Length == 0 || (!content.IsPlain && Octets(content).IsEmpty);

    /// <summary>The text of content in UTF-8.</summary>
    private readonly ReadOnlySpan<byte> Octets(scoped in XmlContent content)
    {
        var octets = content.In(_xml.Text);
        if (content.IsPlain)
        {
            return octets;
        }

        var text = new byte[octets.Length];
        return text.AsSpan(0, XmlText.Decode(octets, text));
    }
}
