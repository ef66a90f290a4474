using System.Buffers;
using System.Globalization;
using System.Text;

namespace Nearcall;

/// <summary>
/// Finds the path of a place among a message's values by reading the text again from its start. Runs only once something is
/// wrong, so it takes any text, also broken and unfinished, and refuses nothing.
/// </summary>
internal static class XmlRpcPath
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    /// <summary>Finds the path of a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">The octets before the place.</param>
    /// <returns>For example <c>params[0].items[3].createdAt</c>; empty outside of values.</returns>
    public static string Find(ReadOnlySpan<byte> text, int place)
    {
        var steps = new List<Step>();
        var rest = text[..Math.Clamp(place, 0, text.Length)];
        while (true)
        {
            var open = rest.IndexOf((byte)'<');
            if (open < 0)
            {
                return Compose(steps);
            }

            var content = rest[..open];
            rest = rest[open..];
            var length = MarkupLength(rest, out var isTag);
            if (length < 0)
            {
                // The place lies within this tag: a value or member that begins here is already meant.
                Enter(steps, TagName(rest[1..]));
                return Compose(steps);
            }

            if (isTag)
            {
                Follow(steps, rest[1..(length - 1)], content);
            }

            rest = rest[length..];
        }
    }

    private static void Follow(List<Step> steps, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> contentBefore)
    {
        if (tag.StartsWith("/"u8))
        {
            Leave(steps, TagName(tag[1..]), contentBefore);
            return;
        }

        Enter(steps, TagName(tag));
        if (tag.EndsWith("/"u8))
        {
            Leave(steps, TagName(tag), default);
        }
    }

    private static void Enter(List<Step> steps, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("params"u8))
        {
            steps.Add(new Step(Element.Parameters, "params", -1));
        }
        else if (name.SequenceEqual("fault"u8))
        {
            steps.Add(new Step(Element.Fault, "fault", 0));
        }
        else if (name.SequenceEqual("data"u8))
        {
            steps.Add(new Step(Element.Items, "", -1));
        }
        else if (name.SequenceEqual("member"u8))
        {
            steps.Add(new Step(Element.Member, "", 0));
        }
        else if (name.SequenceEqual("value"u8))
        {
            Count(steps, Element.Items);
            steps.Add(new Step(Element.Value, "", 0));
        }
        else if (name.SequenceEqual("param"u8))
        {
            Count(steps, Element.Parameters);
        }
    }

    private static void Leave(List<Step> steps, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        if (name.SequenceEqual("name"u8) && steps is [.., { Element: Element.Member }])
        {
            steps[^1] = steps[^1] with { Name = Encoding.UTF8.GetString(content) };
            return;
        }

        Element? left = name.SequenceEqual("params"u8) ? Element.Parameters
            : name.SequenceEqual("fault"u8) ? Element.Fault
            : name.SequenceEqual("data"u8) ? Element.Items
            : name.SequenceEqual("member"u8) ? Element.Member
            : name.SequenceEqual("value"u8) ? Element.Value
            : null;
        if (left is not null && steps.Count > 0 && steps[^1].Element == left)
        {
            steps.RemoveAt(steps.Count - 1);
        }
    }

    private static void Count(List<Step> steps, Element element)
    {
        if (steps.Count > 0 && steps[^1].Element == element)
        {
            steps[^1] = steps[^1] with { Index = steps[^1].Index + 1 };
        }
    }

    private static string Compose(List<Step> steps)
    {
        var path = new StringBuilder();
        foreach (var (element, name, index) in steps)
        {
            switch (element)
            {
                case Element.Parameters when index >= 0:
                    path.Append(CultureInfo.InvariantCulture, $"params[{index}]");
                    break;
                case Element.Items when index >= 0:
                    path.Append(CultureInfo.InvariantCulture, $"[{index}]");
                    break;
                case Element.Fault:
                    path.Append(name);
                    break;
                case Element.Member when IsPlainName(name):
                    path.Append(path.Length > 0 ? "." : "").Append(name);
                    break;
                case Element.Member when name.Length > 0:
                    path.Append("['").Append(name.Length <= 64 ? name : string.Concat(name.AsSpan(0, 64), "…")).Append("']");
                    break;
                default:
                    break;
            }
        }

        return path.ToString();
    }

    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= 64 && name.All(character => char.IsLetterOrDigit(character) || character == '_');

    private static ReadOnlySpan<byte> TagName(ReadOnlySpan<byte> tag)
    {
        var end = tag.IndexOfAny(NameEnds);
        return end < 0 ? tag : tag[..end];
    }

    /// <summary>The length of the markup at the start of the text; below 0 where the text ends within it.</summary>
    private static int MarkupLength(ReadOnlySpan<byte> text, out bool isTag)
    {
        isTag = false;
        var closing = text.StartsWith("<!--"u8) ? "-->"u8
            : text.StartsWith("<![CDATA["u8) ? "]]>"u8
            : text.StartsWith("<?"u8) ? "?>"u8
            : ">"u8;
        isTag = closing.Length == 1;
        var end = text.IndexOf(closing);
        return end < 0 ? -1 : end + closing.Length;
    }

    private enum Element
    {
        Parameters,
        Items,
        Member,
        Value,
        Fault,
    }

    private readonly record struct Step(Element Element, string Name, int Index);
}
