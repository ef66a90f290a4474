using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    private const int LongestReference = 5;

    /// <summary>Writes text of any length, escaped.</summary>
    /// <remarks>
    /// Not inlined: within a converter that writes several texts the compiler runs out of its budget, and then leaves the vectors of the
    /// loop to calls. A long text took twice as long after short ones had been written.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteText(scoped ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text[CopyPlain(text)..];
            if (text.IsEmpty)
            {
                return;
            }

            if (_position == _window.Length)
            {
                Grow(Math.Clamp(text.Length, SmallestWindow, LargestStep));
            }
            else if (text[0] < 0x80)
            {
                WriteSpecial(text[0]);
                text = text[1..];
            }
            else
            {
                WriteForeign(text);
                return;
            }
        }
    }

    /// <inheritdoc cref="WriteText(ReadOnlySpan{char})"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteText(scoped ReadOnlySpan<byte> utf8)
    {
        while (true)
        {
            utf8 = utf8[CopyPlain(utf8)..];
            if (utf8.IsEmpty)
            {
                return;
            }

            if (_position == _window.Length)
            {
                Grow(Math.Clamp(utf8.Length, SmallestWindow, LargestStep));
            }
            else if (utf8[0] < 0x80)
            {
                WriteSpecial(utf8[0]);
                utf8 = utf8[1..];
            }
            else
            {
                WriteForeign(utf8);
                return;
            }
        }
    }

    /// <summary>Writes the rest of a text from where it leaves ASCII.</summary>
    private void WriteForeign(scoped ReadOnlySpan<char> text)
    {
        var special = text.ContainsAny('\uFFFE', '\uFFFF') ? XmlEscape.CharactersAndNonCharacters : XmlEscape.Characters;
        while (text.IndexOfAny(special) is var found and >= 0)
        {
            WriteRun(text[..found]);
            WriteSpecial(text[found]);
            text = text[(found + 1)..];
        }

        WriteRun(text);
    }

    /// <summary>Writes the rest of a text from where it leaves ASCII.</summary>
    private void WriteForeign(scoped ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            WriteMalformed(utf8);
            return;
        }

        while (utf8.IndexOfAny(XmlEscape.Octets) is var found and >= 0)
        {
            WriteRun(utf8[..found]);
            utf8 = utf8[found..];
            if (utf8[0] == XmlEscape.NonCharacterLead)
            {
                WriteThreeOctets(utf8[..3]);
                utf8 = utf8[3..];
            }
            else
            {
                WriteSpecial(utf8[0]);
                utf8 = utf8[1..];
            }
        }

        WriteRun(utf8);
    }

    /// <summary>Transcodes a text without special characters; lone surrogates still turn up here.</summary>
    private void WriteRun(scoped ReadOnlySpan<char> run)
    {
        while (!run.IsEmpty)
        {
            var status = Utf8.FromUtf16(run, _window[_position..], out var read, out var written, replaceInvalidSequences: false);
            _position += written;
            run = run[read..];
            if (status == OperationStatus.DestinationTooSmall)
            {
                Grow(Math.Clamp(run.Length, SmallestWindow, LargestStep));
            }
            else if (status == OperationStatus.InvalidData)
            {
                WriteInvalid(run[0], InvalidText.Surrogate);
                run = run[1..];
            }
        }
    }

    private void WriteRun(scoped ReadOnlySpan<byte> run)
    {
        while (!run.IsEmpty)
        {
            if (_position == _window.Length)
            {
                Grow(Math.Clamp(run.Length, SmallestWindow, LargestStep));
            }

            var step = Math.Min(run.Length, _window.Length - _position);
            run[..step].CopyTo(_window[_position..]);
            _position += step;
            run = run[step..];
        }
    }

    /// <summary>Writes a character that begins with the octet of U+FFFE and U+FFFF, and may be one of them.</summary>
    private void WriteThreeOctets(scoped ReadOnlySpan<byte> octets)
    {
        if (octets[1] == 0xBF && octets[2] >= 0xBE)
        {
            WriteInvalid(0xFF40 + octets[2], InvalidText.Character);
        }
        else
        {
            WriteRun(octets);
        }
    }

    private void WriteSpecial(int character)
    {
        Reserve(LongestReference);
        switch (character)
        {
            case '&':
                Raw("&amp;"u8);
                break;
            case '<':
                Raw("&lt;"u8);
                break;
            case '>':
                Raw("&gt;"u8);
                break;
            case '\r':
                Raw("&#13;"u8);
                break;
            default:
                WriteInvalid(character, InvalidText.Character);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteMalformed(scoped ReadOnlySpan<byte> utf8)
    {
        var wellFormed = 0;
        while (wellFormed < utf8.Length)
        {
            var status = Rune.DecodeFromUtf8(utf8[wellFormed..], out _, out var length);
            if (status == OperationStatus.Done)
            {
                wellFormed += length;
                continue;
            }

            WriteText(utf8[..wellFormed]);
            WriteInvalid(utf8[wellFormed], InvalidText.Octet);
            utf8 = utf8[(wellFormed + length)..];
            wellFormed = 0;
        }

        WriteText(utf8);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteInvalid(int code, InvalidText what)
    {
        switch (_invalidCharacters)
        {
            case XmlRpcInvalidCharacters.Replace:
                WriteRun(XmlEscape.Replacement);
                break;
            case XmlRpcInvalidCharacters.Remove:
                break;
            default:
                ThrowInvalidText(what switch
                {
                    InvalidText.Surrogate => $"The lone surrogate U+{code:X4}",
                    InvalidText.Octet => $"The octet 0x{code:X2}, which is not UTF-8,",
                    _ => $"The character U+{code:X4}",
                });
                break;
        }
    }

    private enum InvalidText
    {
        Character,
        Surrogate,
        Octet,
    }
}
