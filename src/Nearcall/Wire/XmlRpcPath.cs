using System.Buffers;
using System.Globalization;
using System.Text;

namespace Nearcall;

/// <summary>
/// Finds the path of a place among a message's values by reading the text again from its start. Runs only once something is
/// wrong, so it takes any text, also broken and unfinished, and refuses nothing.
/// </summary>
internal ref struct XmlRpcPath
{
    private const int GreatestNameLength = 64;

    /// <summary>What is looked at of a name: in references, more than is shown of it.</summary>
    private const int GreatestNameOctets = 1024;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    private readonly ReadOnlySpan<byte> _text;
    private readonly List<XmlRpcPathStep> _steps = [];
    private int _nameStart;

    /// <summary>The open elements of which the outermost is none that values stand in: what is in them does not count.</summary>
    private int _foreignDepth;

    private XmlRpcPath(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>Finds the path of a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">The octets before the place.</param>
    /// <param name="origin">What came before the text.</param>
    /// <returns>
    /// For example <c>params[0].items[3].createdAt</c>; empty outside of values. A place behind an item still belongs to it.
    /// </returns>
    public static string Find(ReadOnlySpan<byte> text, int place, in XmlOrigin origin = default)
    {
        var path = new XmlRpcPath(text[..Math.Clamp(place, 0, text.Length)]);
        path.Begin(origin);
        path.Walk();
        return path.Compose();
    }

    private readonly void Begin(in XmlOrigin origin)
    {
        if (origin.Parameters == 0)
        {
            return;
        }

        _steps.Add(new(XmlRpcPathElement.Parameters, Index: origin.Parameters - 1));
        _steps.Add(new(XmlRpcPathElement.Value));
        if (origin.Items is { } items)
        {
            _steps.Add(new(XmlRpcPathElement.Items, Index: items - 1));
        }
    }

    private void Walk()
    {
        var position = 0;
        while (_text[position..].IndexOf((byte)'<') is var open and >= 0)
        {
            position += open;
            var markup = _text[position..];
            var length = MarkupLength(markup, out var isTag);
            if (length < 0)
            {
                // The place lies within this tag: a value or member that begins here is already meant.
                Enter(TagName(markup[1..]), markup.Length);
                return;
            }

            if (isTag)
            {
                Follow(markup[1..(length - 1)], position, position + length);
            }

            position += length;
        }
    }

    private void Follow(ReadOnlySpan<byte> tag, int start, int end)
    {
        if (tag.StartsWith("/"u8))
        {
            Leave(TagName(tag[1..]), start);
            return;
        }

        Enter(TagName(tag), end);
        if (tag.EndsWith("/"u8))
        {
            Leave(TagName(tag), end);
        }
    }

    private void Enter(ReadOnlySpan<byte> name, int contentStart)
    {
        if (_foreignDepth > 0)
        {
            _foreignDepth++;
        }
        else if (name.SequenceEqual("params"u8))
        {
            _steps.Add(new(XmlRpcPathElement.Parameters));
        }
        else if (name.SequenceEqual("param"u8))
        {
            Count(XmlRpcPathElement.Parameters);
        }
        else if (name.SequenceEqual("fault"u8))
        {
            _steps.Add(new(XmlRpcPathElement.Fault));
        }
        else if (name.SequenceEqual("data"u8))
        {
            _steps.Add(new(XmlRpcPathElement.Items));
        }
        else if (name.SequenceEqual("member"u8))
        {
            _steps.Add(new(XmlRpcPathElement.Member));
        }
        else if (name.SequenceEqual("value"u8))
        {
            Count(XmlRpcPathElement.Items);
            _steps.Add(new(XmlRpcPathElement.Value));
        }
        else if (name.SequenceEqual("name"u8))
        {
            _nameStart = contentStart;
        }
        else if (!IsFrame(name))
        {
            _foreignDepth = 1;
        }
    }

    private void Leave(ReadOnlySpan<byte> name, int contentEnd)
    {
        if (_foreignDepth > 0)
        {
            _foreignDepth--;
            return;
        }

        if (name.SequenceEqual("name"u8) && _steps is [.., { Element: XmlRpcPathElement.Member }])
        {
            var length = Math.Clamp(contentEnd - _nameStart, 0, GreatestNameOctets);
            _steps[^1] = _steps[^1] with { Name = XmlText.Decode(_text.Slice(_nameStart, length)) };
            return;
        }

        XmlRpcPathElement? left = name.SequenceEqual("params"u8) ? XmlRpcPathElement.Parameters
            : name.SequenceEqual("fault"u8) ? XmlRpcPathElement.Fault
            : name.SequenceEqual("data"u8) ? XmlRpcPathElement.Items
            : name.SequenceEqual("member"u8) ? XmlRpcPathElement.Member
            : name.SequenceEqual("value"u8) ? XmlRpcPathElement.Value
            : null;
        if (left is not null && _steps.Count > 0 && _steps[^1].Element == left)
        {
            _steps.RemoveAt(_steps.Count - 1);
        }
    }

    private readonly void Count(XmlRpcPathElement element)
    {
        if (_steps.Count > 0 && _steps[^1].Element == element)
        {
            _steps[^1] = _steps[^1] with { Index = _steps[^1].Index + 1 };
        }
    }

    private readonly string Compose()
    {
        var path = new StringBuilder();
        foreach (var (element, name, index) in _steps)
        {
            switch (element)
            {
                case XmlRpcPathElement.Parameters when index >= 0:
                    path.Append(CultureInfo.InvariantCulture, $"params[{index}]");
                    break;
                case XmlRpcPathElement.Items when index >= 0:
                    path.Append(CultureInfo.InvariantCulture, $"[{index}]");
                    break;
                case XmlRpcPathElement.Fault:
                    path.Append("fault");
                    break;
                case XmlRpcPathElement.Member when name is not null:
                    AppendName(path, name);
                    break;
                default:
                    break;
            }
        }

        return path.ToString();
    }

    private static void AppendName(StringBuilder path, string name)
    {
        if (name.Length is > 0 and <= GreatestNameLength && name.All(character => char.IsLetterOrDigit(character) || character == '_'))
        {
            path.Append(path.Length > 0 ? "." : "").Append(name);
        }
        else
        {
            var isCut = name.Length > GreatestNameLength;
            path.Append("['").Append(name, 0, Math.Min(name.Length, GreatestNameLength)).Append(isCut ? "…']" : "']");
        }
    }

    private static bool IsFrame(ReadOnlySpan<byte> name) =>
        name.IsEmpty || name.SequenceEqual("struct"u8) || name.SequenceEqual("array"u8)
        || name.SequenceEqual("methodCall"u8) || name.SequenceEqual("methodResponse"u8);

    private static ReadOnlySpan<byte> TagName(ReadOnlySpan<byte> tag)
    {
        var end = tag.IndexOfAny(NameEnds);
        return end < 0 ? tag : tag[..end];
    }

    /// <summary>The length of the markup at the start of the text; below 0 where the text ends within it.</summary>
    private static int MarkupLength(ReadOnlySpan<byte> text, out bool isTag)
    {
        isTag = false;
        if (text.StartsWith("<!--"u8))
        {
            return LengthTo(text, 4, "-->"u8);
        }

        if (text.StartsWith("<![CDATA["u8))
        {
            return LengthTo(text, 9, "]]>"u8);
        }

        if (text.StartsWith("<?"u8))
        {
            return LengthTo(text, 2, "?>"u8);
        }

        isTag = true;
        var position = 0;
        while (text[position..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'') is var found and >= 0)
        {
            position += found + 1;
            if (text[position - 1] == '>')
            {
                return position;
            }

            // The value of an attribute: a bracket in it ends nothing.
            var closing = text[position..].IndexOf(text[position - 1]);
            position = closing < 0 ? text.Length : position + closing + 1;
        }

        return -1;
    }

    private static int LengthTo(ReadOnlySpan<byte> text, int opening, ReadOnlySpan<byte> closing)
    {
        var found = text[opening..].IndexOf(closing);
        return found < 0 ? -1 : opening + found + closing.Length;
    }
}
