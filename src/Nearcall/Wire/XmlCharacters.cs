using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Unicode;
using System.Text;
using System.Xml;

namespace Nearcall;

/// <summary>Which characters XML 1.0 allows at all, and which in names.</summary>
internal static class XmlCharacters
{
    private static readonly SearchValues<byte> ControlOctets = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    public static bool IsBlank(byte octet) => octet is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';

    /// <summary>The length of the white space at the start of a text: by the block, as indentation is long.</summary>
    public static int BlankLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        for (; text.Length - length >= Vector128<byte>.Count; length += Vector128<byte>.Count)
        {
            var block = Vector128.Create(text.Slice(length, Vector128<byte>.Count));
            var blanks = Vector128.Equals(block, Vector128.Create((byte)' '))
                | Vector128.Equals(block, Vector128.Create((byte)'\n'))
                | Vector128.Equals(block, Vector128.Create((byte)'\t'))
                | Vector128.Equals(block, Vector128.Create((byte)'\r'));
            if (blanks != Vector128<byte>.AllBitsSet)
            {
                return length + BitOperations.TrailingZeroCount(~blanks.ExtractMostSignificantBits());
            }
        }

        while (length < text.Length && IsBlank(text[length]))
        {
            length++;
        }

        return length;
    }

    /// <summary>Whether a code point may stand in a document, raw or as a reference.</summary>
    public static bool IsAllowed(int codePoint) =>
        codePoint is '\t' or '\n' or '\r' or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);

    /// <summary>Finds the first octet that is not UTF-8; -1 where all are.</summary>
    public static int IndexOfMalformed(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            return -1;
        }

        var position = 0;
        while (Rune.DecodeFromUtf8(text[position..], out _, out var length) == OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }

    /// <summary>Finds the first character that XML forbids in UTF-8 that is well formed; -1 where there is none.</summary>
    public static int IndexOfForbidden(ReadOnlySpan<byte> text)
    {
        var control = text.IndexOfAny(ControlOctets);
        var nonCharacter = Ascii.IsValid(text) ? -1 : IndexOfNonCharacter(text);
        return control < 0 ? nonCharacter : nonCharacter < 0 ? control : Math.Min(control, nonCharacter);
    }

    /// <summary>The number of octets at the end that begin a character without finishing it.</summary>
    public static int UnfinishedTail(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || Rune.DecodeLastFromUtf8(text, out _, out _) == OperationStatus.Done)
        {
            return 0;
        }

        for (var length = 1; length <= Math.Min(3, text.Length); length++)
        {
            if (Rune.DecodeFromUtf8(text[^length..], out _, out _) == OperationStatus.NeedMoreData)
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>The length of the name at the start of the text, its colons included; 0 where none begins there.</summary>
    public static int NameLength(ReadOnlySpan<byte> text)
    {
        var position = 0;
        while (position < text.Length)
        {
            var octet = text[position];
            if (octet >= 0x80)
            {
                // The tables of XML 1.0's fourth edition, which System.Xml keeps, name no character beyond the first plane.
                Rune.DecodeFromUtf8(text[position..], out var rune, out var length);
                if (!rune.IsBmp || !IsNameCharacter((char)rune.Value, position == 0))
                {
                    break;
                }

                position += length;
            }
            else if (octet == ':' || IsNameCharacter((char)octet, position == 0))
            {
                position++;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    /// <summary>Whether a name is a qualified one: at most one colon, with a proper name on either side.</summary>
    public static bool IsQualifiedName(ReadOnlySpan<byte> name, out int prefixLength)
    {
        var colon = name.IndexOf((byte)':');
        prefixLength = Math.Max(colon, 0);
        if (colon < 0)
        {
            return true;
        }

        var local = name[(colon + 1)..];
        return colon > 0 && NameLength(local) == local.Length && !local.IsEmpty && !local.Contains((byte)':');
    }

    private static bool IsNameCharacter(char character, bool first) =>
        char.IsAsciiLetter(character)
        || (first ? XmlConvert.IsStartNCNameChar(character) : XmlConvert.IsNCNameChar(character));

    private static int IndexOfNonCharacter(ReadOnlySpan<byte> text)
    {
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        var start = 0;
        while (true)
        {
            var found = text[start..].IndexOf([(byte)0xEF, (byte)0xBF]);
            if (found < 0)
            {
                return -1;
            }

            start += found;
            if (start + 2 < text.Length && text[start + 2] >= 0xBE)
            {
                return start;
            }

            start += 2;
        }
    }
}
