using System.Buffers;
using System.Text;

namespace Nearcall;

/// <summary>The elements of a message: what may stand between them, and how unknown ones are passed.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>Reads the next tag that the protocol knows, past white space and, where the dialect says so, unknown elements.</summary>
    private bool ReadTag(out XmlTag tag)
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
                throw Fail("Text stands between elements, where only white space may.", content.Start, "R41");
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
                throw Fail($"'{NameText(tag)}' is no element of the protocol.", tag.Start, "R41", nameof(XmlRpcDialect.AllowUnknownElements));
            }

            if (!SkipElement(tag, out _))
            {
                return false;
            }
        }
    }

    private bool ReadEndTag(ReadOnlySpan<byte> name, string rule)
    {
        if (!ReadTag(out var tag))
        {
            return false;
        }

        if (tag.Kind != XmlTagKind.End || !Is(tag, name))
        {
            throw Unexpected(tag, $"the end of '{Encoding.UTF8.GetString(name)}'", rule);
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
                    throw Unexpected(tag, $"the end of '{Encoding.UTF8.GetString(_xml.Text.Slice(top.Start, top.Length))}'", rule: null);
            }
        }

        return true;
    }

    private readonly bool Is(in XmlTag tag, ReadOnlySpan<byte> name) => Name(tag).SequenceEqual(name);

    private readonly ReadOnlySpan<byte> Name(in XmlTag tag) => _xml.Text.Slice(tag.NameStart, tag.NameLength);

    private readonly string NameText(in XmlTag tag) => Shorten(Encoding.UTF8.GetString(Name(tag)));

    private static string Shorten(string text) => text.Length <= 64 ? text : string.Concat(text.AsSpan(0, 64), "…");

    private readonly bool IsKnown(in XmlTag tag)
    {
        var name = Name(tag);
        return name.SequenceEqual("value"u8) || name.SequenceEqual("member"u8) || name.SequenceEqual("name"u8)
            || name.SequenceEqual("data"u8) || name.SequenceEqual("param"u8) || name.SequenceEqual("params"u8)
            || name.SequenceEqual("methodCall"u8) || name.SequenceEqual("methodName"u8)
            || name.SequenceEqual("methodResponse"u8) || name.SequenceEqual("fault"u8)
            || name.SequenceEqual("struct"u8) || name.SequenceEqual("array"u8);
    }

    private readonly bool IsBlank(in XmlContent content)
    {
        if (content.Length == 0)
        {
            return true;
        }

        var octets = content.In(_xml.Text);
        if (content.IsPlain)
        {
            return octets.IndexOfAnyExcept(" \t\r\n"u8) < 0;
        }

        var text = ArrayPool<byte>.Shared.Rent(octets.Length);
        var length = XmlText.Decode(octets, text);
        var isBlank = text.AsSpan(0, length).IndexOfAnyExcept(" \t\r\n"u8) < 0;
        ArrayPool<byte>.Shared.Return(text);
        return isBlank;
    }
}
