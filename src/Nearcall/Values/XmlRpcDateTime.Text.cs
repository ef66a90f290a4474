using System.Numerics;

namespace Nearcall;

public readonly partial struct XmlRpcDateTime
{
    /// <summary>The length of the longest text: <c>1998-07-17T14:08:55.1234567+02:00</c>.</summary>
    internal const int GreatestLength = 33;

    private const long TicksPerSecond = TimeSpan.TicksPerSecond;

    /// <summary>
    /// Shows the date in the protocol's form, <c>19980717T14:08:55</c>, then its fraction and its offset if it has them:
    /// <c>19980717T14:08:55.25Z</c>, <c>19980717T14:08:55+02:00</c>.
    /// </summary>
    /// <returns>The text, the same under every culture; <c>00000000T00:00:00</c> for no date.</returns>
    public override string ToString() => ToString(null);

    /// <summary>Shows the date in one of two forms, the same under every culture (R21).</summary>
    /// <param name="format">
    /// Null, empty or <c>G</c> for <c>19980717T14:08:55</c>; <c>D</c> for <c>1998-07-17T14:08:55</c>, with dashes.
    /// </param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">There is no such form.</exception>
    public string ToString(string? format)
    {
        Span<char> text = stackalloc char[GreatestLength];
        _ = TryFormat(text, out var written, format);
        return text[..written].ToString();
    }

    /// <summary>Writes the date as <see cref="ToString(string?)"/> shows it.</summary>
    /// <param name="destination">Where to write; 33 characters are always enough.</param>
    /// <param name="charsWritten">How many were written; 0 if they did not fit.</param>
    /// <param name="format">The form. Default: <c>G</c>.</param>
    /// <returns><see langword="false"/> if the text does not fit.</returns>
    /// <exception cref="FormatException">There is no such form.</exception>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default) =>
        TryWrite(destination, HasDashes(format), out charsWritten);

    /// <summary>Writes the date in UTF-8 as <see cref="ToString(string?)"/> shows it.</summary>
    /// <param name="utf8Destination">Where to write; 33 bytes are always enough.</param>
    /// <param name="bytesWritten">How many were written; 0 if they did not fit.</param>
    /// <param name="format">The form. Default: <c>G</c>.</param>
    /// <returns><see langword="false"/> if the text does not fit.</returns>
    /// <exception cref="FormatException">There is no such form.</exception>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default) =>
        TryWrite(utf8Destination, HasDashes(format), out bytesWritten);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten, format);

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(utf8Destination, out bytesWritten, format);

    private static bool HasDashes(ReadOnlySpan<char> format) => format switch
    {
        "" or "G" or "g" => false,
        "D" or "d" => true,
        _ => throw new FormatException($"A date has the forms \"G\" and \"D\", not \"{format}\"."),
    };

    private bool TryWrite<TUnit>(Span<TUnit> destination, bool dashes, out int written)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        Span<TUnit> text = stackalloc TUnit[GreatestLength];
        var length = Write(text, dashes);
        written = 0;
        if (length > destination.Length)
        {
            return false;
        }

        text[..length].CopyTo(destination);
        written = length;
        return true;
    }

    private int Write<TUnit>(Span<TUnit> text, bool dashes)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        var clock = new DateTime(Math.Max(Stamp - 1, 0));
        var (year, month, day) = clock;
        var length = 0;
        PutDigits(text, ref length, IsZero ? 0 : year, 4);
        if (dashes)
        {
            Put(text, ref length, '-');
        }

        PutDigits(text, ref length, IsZero ? 0 : month, 2);
        if (dashes)
        {
            Put(text, ref length, '-');
        }

        PutDigits(text, ref length, IsZero ? 0 : day, 2);
        Put(text, ref length, 'T');
        PutDigits(text, ref length, clock.Hour, 2);
        Put(text, ref length, ':');
        PutDigits(text, ref length, clock.Minute, 2);
        Put(text, ref length, ':');
        PutDigits(text, ref length, clock.Second, 2);
        PutFraction(text, ref length, (int)(clock.Ticks % TicksPerSecond));
        if (Zone != 0)
        {
            PutOffset(text, ref length, Zone - UtcZone);
        }

        return length;
    }

    private static void PutFraction<TUnit>(Span<TUnit> text, ref int length, int ticks)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        if (ticks == 0)
        {
            return;
        }

        var digits = 7;
        while (ticks % 10 == 0)
        {
            ticks /= 10;
            digits--;
        }

        Put(text, ref length, '.');
        PutDigits(text, ref length, ticks, digits);
    }

    private static void PutOffset<TUnit>(Span<TUnit> text, ref int length, int minutes)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        if (minutes == 0)
        {
            Put(text, ref length, 'Z');
            return;
        }

        Put(text, ref length, minutes < 0 ? '-' : '+');
        PutDigits(text, ref length, Math.Abs(minutes) / 60, 2);
        Put(text, ref length, ':');
        PutDigits(text, ref length, Math.Abs(minutes) % 60, 2);
    }

    private static void PutDigits<TUnit>(Span<TUnit> text, ref int length, int number, int digits)
        where TUnit : unmanaged, IBinaryInteger<TUnit>
    {
        for (var i = length + digits - 1; i >= length; i--)
        {
            text[i] = TUnit.CreateTruncating('0' + (number % 10));
            number /= 10;
        }

        length += digits;
    }

    private static void Put<TUnit>(Span<TUnit> text, ref int length, char character)
        where TUnit : unmanaged, IBinaryInteger<TUnit> => text[length++] = TUnit.CreateTruncating(character);
}
