using System.Buffers.Binary;

namespace Nearcall;

/// <summary>
/// Dates as text: <c>19980717T14:08:55</c> (R30), and each of the forms beyond it for which a dialect has a switch (R32).
/// </summary>
internal static class XmlRpcDateText
{
    /// <summary>Reads a date; null, with what is wrong and which switch would take it, where the dialect does not.</summary>
    public static XmlRpcDateTime? Parse(ReadOnlySpan<byte> text, XmlRpcDialect dialect, out string problem, out string? allowedBy)
    {
        var form = new Form(text, dialect);
        var date = form.Read();
        problem = date is null && form.Problem.Length == 0 ? "A date looks like 19980717T14:08:55." : form.Problem;
        allowedBy = form.AllowedBy;

        // A switch is named only where it would help: not for a text that is no date to anyone.
        return date is null && allowedBy is not null && new Form(text, XmlRpcDialect.Tolerant).Read() is null
            ? Parse(text, XmlRpcDialect.Tolerant, out problem, out allowedBy)
            : date;
    }

    /// <summary>The length of <c>19980717T14:08:55</c>.</summary>
    public const int PlainLength = 17;

    /// <summary>Reads a date in the form that the protocol gives, <c>19980717T14:08:55</c>, if the calendar has it.</summary>
    public static bool TryParsePlain(ReadOnlySpan<byte> text, out XmlRpcDateTime date)
    {
        const ulong Colons = 0x00_00_3A_00_00_3A_00_00;
        const ulong ColonsToZeros = 0x00_00_0A_00_00_0A_00_00;
        date = default;
        if (text.Length != PlainLength || text[8] != 'T')
        {
            return false;
        }

        var clock = BinaryPrimitives.ReadUInt64LittleEndian(text[9..]);
        if ((clock & 0x00_00_FF_00_00_FF_00_00) != Colons
            || XmlRpcDigits.ReadEight(BinaryPrimitives.ReadUInt64LittleEndian(text), out var day) != 8
            || XmlRpcDigits.ReadEight(clock ^ ColonsToZeros, out var time) != 8)
        {
            return false;
        }

        var (year, month) = ((int)(day / 10_000), (int)(day / 100 % 100));
        var (hour, minute, second) = (time / 1_000_000, time / 1000 % 1000, time % 1000);
        if (year == 0 || month is 0 or > 12 || day % 100 == 0 || day % 100 > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var ticks = new DateTime(year, month, (int)(day % 100)).Ticks
            + (((((hour * 60L) + minute) * 60L) + second) * TimeSpan.TicksPerSecond);
        return XmlRpcDateTime.TryCreate(ticks, offsetMinutes: null, out date);
    }

    private ref struct Form(ReadOnlySpan<byte> text, XmlRpcDialect dialect)
    {
        private ReadOnlySpan<byte> _rest = text;

        public string Problem { get; private set; } = "";

        public string? AllowedBy { get; private set; }

        public XmlRpcDateTime? Read()
        {
            if (!TryDate(out var year, out var month, out var day)
                || !TryTake('T')
                || !TryTime(out var hour, out var minute, out var second)
                || !TryFraction(out var fraction)
                || !TryZone(out var offset)
                || !_rest.IsEmpty)
            {
                return null;
            }

            if (year + month + day + hour + minute + second + fraction == 0)
            {
                return Allow(dialect.AllowZeroDate, "A date of zeros is no date.", nameof(XmlRpcDialect.AllowZeroDate))
                    ? default(XmlRpcDateTime)
                    : null;
            }

            return Compose(year, month, day, hour, minute, second, fraction, offset);
        }

        private XmlRpcDateTime? Compose(int year, int month, int day, int hour, int minute, int second, long fraction, int? offset)
        {
            var isEndOfDay = hour == 24 && minute == 0 && second == 0 && fraction == 0;
            if (isEndOfDay && !Allow(dialect.AllowDateEndOfDay, "The hours of a day end at 23.", nameof(XmlRpcDialect.AllowDateEndOfDay)))
            {
                return null;
            }

            if (second == 60
                && !Allow(dialect.AllowDateLeapSecond, "The seconds of a minute end at 59.", nameof(XmlRpcDialect.AllowDateLeapSecond)))
            {
                return null;
            }

            var isDay = year > 0 && month is >= 1 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month);
            var isTime = (hour < 24 || isEndOfDay) && minute < 60 && second <= 60;
            if (!isDay || !isTime)
            {
                Problem = "The calendar has no such date or time of day.";
                return null;
            }

            var ticks = new DateTime(year, month, day).Ticks
                + (((((hour * 60L) + minute) * 60L) + second) * TimeSpan.TicksPerSecond)
                + fraction;
            if (XmlRpcDateTime.TryCreate(ticks, offset, out var date))
            {
                return date;
            }

            Problem = "The date or its zone lies beyond what the calendar holds.";
            return null;
        }

        private bool TryDate(out int year, out int month, out int day)
        {
            month = day = 0;
            if (!TryNumber(4, out year))
            {
                return false;
            }

            var isDashed = !_rest.IsEmpty && _rest[0] == '-';
            if (isDashed && !Allow(dialect.AllowDateDashes, "A date has no dashes.", nameof(XmlRpcDialect.AllowDateDashes)))
            {
                return false;
            }

            return (!isDashed || TryTake('-')) && TryNumber(2, out month) && (!isDashed || TryTake('-')) && TryNumber(2, out day);
        }

        private bool TryTime(out int hour, out int minute, out int second)
        {
            minute = second = 0;
            return TryNumber(2, out hour) && TryTake(':') && TryNumber(2, out minute) && TryTake(':') && TryNumber(2, out second);
        }

        private bool TryFraction(out long ticks)
        {
            ticks = 0;
            if (_rest.IsEmpty || _rest[0] is not ((byte)'.' or (byte)','))
            {
                return true;
            }

            if (!Allow(dialect.AllowDateFraction, "A date has no fraction of a second.", nameof(XmlRpcDialect.AllowDateFraction)))
            {
                return false;
            }

            _rest = _rest[1..];
            var end = _rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            var digits = end < 0 ? _rest : _rest[..end];
            _rest = _rest[digits.Length..];
            if (digits.IsEmpty || (digits.Length > 7 && digits[7..].IndexOfAnyExcept((byte)'0') >= 0))
            {
                Problem = "A fraction of a second has one to seven digits; finer ones would be lost.";
                return false;
            }

            for (var place = 0; place < 7; place++)
            {
                ticks = (ticks * 10) + (place < digits.Length ? digits[place] - '0' : 0);
            }

            return true;
        }

        private bool TryZone(out int? offset)
        {
            offset = null;
            if (_rest.IsEmpty || _rest[0] is not ((byte)'Z' or (byte)'+' or (byte)'-'))
            {
                return true;
            }

            if (!Allow(dialect.AllowDateZone, "A date has no zone.", nameof(XmlRpcDialect.AllowDateZone)))
            {
                return false;
            }

            var sign = _rest[0];
            _rest = _rest[1..];
            if (sign == 'Z')
            {
                offset = 0;
                return true;
            }

            if (!TryNumber(2, out var hours))
            {
                return false;
            }

            var minutes = 0;
            if (!_rest.IsEmpty && ((_rest[0] == ':' && !TryTake(':')) || !TryNumber(2, out minutes)))
            {
                return false;
            }

            offset = ((hours * 60) + minutes) * (sign == '-' ? -1 : 1);
            return minutes < 60;
        }

        private bool TryNumber(int length, out int number)
        {
            number = 0;
            if (_rest.Length < length)
            {
                return false;
            }

            foreach (var octet in _rest[..length])
            {
                if (!char.IsAsciiDigit((char)octet))
                {
                    return false;
                }

                number = (number * 10) + (octet - '0');
            }

            _rest = _rest[length..];
            return true;
        }

        private bool TryTake(char character)
        {
            if (_rest.IsEmpty || _rest[0] != character)
            {
                return false;
            }

            _rest = _rest[1..];
            return true;
        }

        private bool Allow(bool isAllowed, string problem, string allowedBy)
        {
            if (!isAllowed)
            {
                Problem = problem;
                AllowedBy = allowedBy;
            }

            return isAllowed;
        }
    }
}
