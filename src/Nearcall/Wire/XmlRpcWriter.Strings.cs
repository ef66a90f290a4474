using System.Buffers;
using System.Buffers.Text;

namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    /// <summary>
    /// Writes a <c>string</c>, or a bare value under <see cref="XmlRpcDialect.WriteUntypedStrings"/> (R22, R28). White space is
    /// kept (R26).
    /// </summary>
    /// <param name="text">The text, escaped as needed.</param>
    /// <exception cref="XmlRpcFormatException">
    /// The text has characters that XML cannot carry, and <see cref="XmlRpcDialect.WriteInvalidCharacters"/> is
    /// <see cref="XmlRpcInvalidCharacters.Refuse"/>.
    /// </exception>
    public void WriteString(scoped ReadOnlySpan<char> text)
    {
        BeginString();
        WriteText(text);
        EndString();
    }

    /// <summary>
    /// Writes a <c>string</c>, or a bare value under <see cref="XmlRpcDialect.WriteUntypedStrings"/> (R22, R28). White space is
    /// kept (R26).
    /// </summary>
    /// <param name="utf8">The text in UTF-8, escaped as needed.</param>
    /// <exception cref="XmlRpcFormatException">
    /// The text has characters that XML cannot carry or octets that are not UTF-8, and
    /// <see cref="XmlRpcDialect.WriteInvalidCharacters"/> is <see cref="XmlRpcInvalidCharacters.Refuse"/>.
    /// </exception>
    public void WriteString(scoped ReadOnlySpan<byte> utf8)
    {
        BeginString();
        WriteText(utf8);
        EndString();
    }

    /// <summary>Writes a <c>base64</c>, on one line and padded (R33).</summary>
    /// <param name="octets">The octets.</param>
    public void WriteBase64(scoped ReadOnlySpan<byte> octets)
    {
        BeginValue(ScalarSize);
        Raw("<value><base64>"u8);
        WriteBase64Text(octets);
        Reserve(SmallestWindow);
        Raw("</base64></value>"u8);
    }

    private void BeginString()
    {
        BeginValue(SmallestWindow);
        if (_dialect.WriteUntypedStrings)
        {
            Raw("<value>"u8);
        }
        else
        {
            Raw("<value><string>"u8);
        }
    }

    private void EndString()
    {
        Reserve(ScalarSize);
        if (_dialect.WriteUntypedStrings)
        {
            Raw("</value>"u8);
        }
        else
        {
            Raw("</string></value>"u8);
        }
    }

    private void WriteBase64Text(scoped ReadOnlySpan<byte> octets)
    {
        while (true)
        {
            var status = Base64.EncodeToUtf8(octets, _window[_position..], out var read, out var written);
            _position += written;
            octets = octets[read..];
            if (status == OperationStatus.Done)
            {
                return;
            }

            Grow(Math.Clamp(octets.Length, SmallestWindow, LargestStep));
        }
    }
}
