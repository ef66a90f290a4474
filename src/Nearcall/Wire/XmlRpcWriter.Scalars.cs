using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    /// <summary>Room for the tags of any scalar and for a number of 64 bits.</summary>
    private const int ScalarSize = 96;

    /// <summary>Writes <c>nil</c> (R71); under <see cref="XmlRpcDialect.WriteNilAndI8AsExtensions"/> <c>ex:nil</c>.</summary>
    /// <exception cref="XmlRpcFormatException"><see cref="XmlRpcDialect.WriteNil"/> is off.</exception>
    public void WriteNil()
    {
        if (WritesNilAndI8AsExtensions)
        {
            BeginValue(ScalarSize);
            Raw("<value><ex:nil/></value>"u8);
            return;
        }

        if (!_dialect.WriteNil)
        {
            Refuse("Nil", "R71", nameof(XmlRpcDialect.WriteNil));
        }

        BeginValue(ScalarSize);
        Raw("<value><nil/></value>"u8);
    }

    /// <summary>Writes an <c>int</c>, or an <c>i4</c> under <see cref="XmlRpcDialect.WriteI4"/> (R12).</summary>
    /// <param name="value">The number.</param>
    public void WriteInt32(int value)
    {
        BeginValue(ScalarSize);
        if (_dialect.WriteI4)
        {
            WriteNumber("<value><i4>"u8, value, "</i4></value>"u8);
            return;
        }

        WriteNumber("<value><int>"u8, value, "</int></value>"u8);
    }

    /// <summary>
    /// Writes an <c>i8</c>, whatever the size of the number (R74); under <see cref="XmlRpcDialect.WriteNilAndI8AsExtensions"/> an
    /// <c>ex:i8</c>.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <exception cref="XmlRpcFormatException"><see cref="XmlRpcDialect.WriteI8"/> is off.</exception>
    public void WriteInt64(long value)
    {
        if (WritesNilAndI8AsExtensions)
        {
            BeginValue(ScalarSize);
            WriteNumber("<value><ex:i8>"u8, value, "</ex:i8></value>"u8);
            return;
        }

        if (!_dialect.WriteI8)
        {
            Refuse("An i8", "R74", nameof(XmlRpcDialect.WriteI8));
        }

        BeginValue(ScalarSize);
        WriteNumber("<value><i8>"u8, value, "</i8></value>"u8);
    }

    /// <summary>Writes a <c>boolean</c> (R16).</summary>
    /// <param name="value">The truth value.</param>
    public void WriteBoolean(bool value)
    {
        BeginValue(ScalarSize);
        if (value)
        {
            Raw("<value><boolean>1</boolean></value>"u8);
        }
        else
        {
            Raw("<value><boolean>0</boolean></value>"u8);
        }
    }

    /// <summary>
    /// Writes a <c>double</c>: the fewest digits that read back as the same number, with a period and without an exponent
    /// (R17, R20).
    /// </summary>
    /// <param name="value">The number.</param>
    /// <exception cref="XmlRpcFormatException">
    /// The value is infinite or no number (R18), and <see cref="XmlRpcDialect.WriteNonFiniteDouble"/> is off.
    /// </exception>
    public void WriteDouble(double value)
    {
        NeedFinite(value, "A double");
        BeginValue(ScalarSize + XmlRpcDouble.MaxLength);
        Raw("<value><double>"u8);
        if (double.IsFinite(value))
        {
            _position += XmlRpcDouble.Format(value, _window[_position..]);
        }
        else
        {
            WriteNonFinite(value);
        }

        Raw("</double></value>"u8);
    }

    private void NeedFinite(double value, string what)
    {
        if (!double.IsFinite(value) && !_dialect.WriteNonFiniteDouble)
        {
            what += double.IsNaN(value) ? " that is not a number" : " that is infinite";
            Refuse(what, "R18", nameof(XmlRpcDialect.WriteNonFiniteDouble));
        }
    }

    private void WriteNonFinite(double value)
    {
        if (double.IsNaN(value))
        {
            Raw("nan"u8);
        }
        else if (value > 0)
        {
            Raw("inf"u8);
        }
        else
        {
            Raw("-inf"u8);
        }
    }

    /// <summary>
    /// Writes a number between its tags. Where the writer stands is stored once: each part would wait for what the one before it stored,
    /// a twentieth of what a number costs.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteNumber(scoped ReadOnlySpan<byte> startTags, int value, scoped ReadOnlySpan<byte> endTags)
    {
        var room = _window[_position..];
        startTags.CopyTo(room);
        _ = Utf8Formatter.TryFormat(value, room[startTags.Length..], out var length);
        endTags.CopyTo(room[(startTags.Length + length)..]);
        _position += startTags.Length + length + endTags.Length;
    }

    /// <inheritdoc cref="WriteNumber(ReadOnlySpan{byte}, int, ReadOnlySpan{byte})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteNumber(scoped ReadOnlySpan<byte> startTags, long value, scoped ReadOnlySpan<byte> endTags)
    {
        var room = _window[_position..];
        startTags.CopyTo(room);
        _ = Utf8Formatter.TryFormat(value, room[startTags.Length..], out var length);
        endTags.CopyTo(room[(startTags.Length + length)..]);
        _position += startTags.Length + length + endTags.Length;
    }
}
