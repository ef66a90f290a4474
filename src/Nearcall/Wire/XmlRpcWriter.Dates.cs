
namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    /// <summary>Room for the tags of a date and for its longest form.</summary>
    private const int DateSize = ScalarSize + XmlRpcDateTime.GreatestLength;

    /// <summary>
    /// Writes a <c>dateTime.iso8601</c> (R30): <c>19980717T14:08:55</c>, or with dashes under
    /// <see cref="XmlRpcDialect.WriteDateDashes"/>.
    /// </summary>
    /// <param name="value">The date.</param>
    /// <exception cref="XmlRpcFormatException">
    /// The date has an offset (R31), has a fraction of a second (R30) or is no date (R32), and
    /// <see cref="XmlRpcDialect.WriteDateZone"/>, <see cref="XmlRpcDialect.WriteDateFraction"/> or
    /// <see cref="XmlRpcDialect.WriteZeroDate"/> does not say what then becomes of it.
    /// </exception>
    public void WriteDateTime(XmlRpcDateTime value)
    {
        if (value.IsZero || value.Zone != 0 || value.HasFraction)
        {
            value = Adapted(value);
        }

        BeginValue(DateSize);
        Raw("<value><dateTime.iso8601>"u8);
        if (value.IsZero || value.Zone != 0 || value.HasFraction || _dialect.WriteDateDashes)
        {
            WriteDate(value, _dialect.WriteDateDashes);
        }
        else
        {
            WriteSeconds(value.Stamp - 1);
        }

        Raw("</dateTime.iso8601></value>"u8);
    }

    /// <summary>
    /// Writes an <c>ex:dateTime</c> (R75), which has milliseconds and an offset. Anything finer is a fraction in the sense of
    /// <see cref="XmlRpcDialect.WriteDateFraction"/>: Apache XML-RPC does not read it.
    /// </summary>
    /// <param name="value">The date.</param>
    /// <exception cref="XmlRpcFormatException">
    /// <see cref="XmlRpcDialect.WriteExtensions"/> is off, or the date is finer than a millisecond and
    /// <see cref="XmlRpcDialect.WriteDateFraction"/> is <see cref="XmlRpcDateFraction.Refuse"/>.
    /// </exception>
    public void WriteExtensionDateTime(DateTimeOffset value)
    {
        NeedExtensions("An ex:dateTime");
        var rest = value.Ticks % TimeSpan.TicksPerMillisecond;
        if (rest != 0 && _dialect.WriteDateFraction != XmlRpcDateFraction.Write)
        {
            if (_dialect.WriteDateFraction == XmlRpcDateFraction.Refuse)
            {
                Refuse("An ex:dateTime finer than a millisecond", "R75", nameof(XmlRpcDialect.WriteDateFraction));
            }

            value = value.AddTicks(-rest);
        }

        BeginValue(DateSize);
        Raw("<value><ex:dateTime>"u8);
        WriteDate(value, dashes: true);
        Raw("</ex:dateTime></value>"u8);
    }

    /// <summary>Takes away what the dialect does not write, or refuses the date.</summary>
    private XmlRpcDateTime Adapted(XmlRpcDateTime value)
    {
        if (value.IsZero)
        {
            if (!_dialect.WriteZeroDate)
            {
                Refuse("A date that is none", "R32", nameof(XmlRpcDialect.WriteZeroDate));
            }

            return value;
        }

        var clock = value.DateTime;
        var offset = value.Offset;
        if (offset is { } ahead && _dialect.WriteDateZone != XmlRpcDateZone.Write)
        {
            if (_dialect.WriteDateZone == XmlRpcDateZone.Refuse)
            {
                Refuse("A date with an offset", "R31", nameof(XmlRpcDialect.WriteDateZone));
            }

            clock -= ahead;
            offset = null;
        }

        if (value.HasFraction && _dialect.WriteDateFraction != XmlRpcDateFraction.Write)
        {
            if (_dialect.WriteDateFraction == XmlRpcDateFraction.Refuse)
            {
                Refuse("A date with a fraction of a second", "R30", nameof(XmlRpcDialect.WriteDateFraction));
            }

            clock = clock.AddTicks(-(clock.Ticks % TimeSpan.TicksPerSecond));
        }

        return new(clock, offset);
    }

    private void WriteDate(XmlRpcDateTime value, bool dashes)
    {
        _ = value.TryFormat(_window[_position..], out var length, dashes ? "D" : "G");
        _position += length;
    }

    /// <summary>Writes a date in the form that nearly all have, <c>19980717T14:08:55</c>, without a look at what it could have else.</summary>
    private void WriteSeconds(long ticks)
    {
        var (year, month, day) = new DateTime(ticks);
        var second = (uint)(ticks / TimeSpan.TicksPerSecond % (24 * 60 * 60));
        var text = _window.Slice(_position, "19980717T14:08:55"u8.Length);
        XmlRpcNumerals.Fill((uint)year, text[..4]);
        XmlRpcNumerals.Fill((uint)month, text[4..6]);
        XmlRpcNumerals.Fill((uint)day, text[6..8]);
        text[8] = (byte)'T';
        XmlRpcNumerals.Fill(second / 3600, text[9..11]);
        text[11] = (byte)':';
        XmlRpcNumerals.Fill(second / 60 % 60, text[12..14]);
        text[14] = (byte)':';
        XmlRpcNumerals.Fill(second % 60, text[15..17]);
        _position += text.Length;
    }
}
