namespace Nearcall;

/// <summary>What a number of whole units can and cannot say.</summary>
internal static class TimeUnits
{
    /// <summary>Counts the units of a time span.</summary>
    public static int Count(ref XmlRpcWriter writer, TimeSpan value, long ticksPerUnit, string unit)
    {
        var (count, rest) = Math.DivRem(value.Ticks, ticksPerUnit);
        return rest != 0 ? throw writer.CreateException($"The time span {value:c} has a fraction of a {unit}, and whole {unit}s are written.")
            : count is < int.MinValue or > int.MaxValue ? throw writer.CreateException($"The time span {value:c} has more {unit}s than an int.", "R12")
            : (int)count;
    }

    /// <summary>Refuses a fraction of a second unless the dialect says to cut it off.</summary>
    public static void NeedWholeSecond(ref XmlRpcWriter writer, long ticks)
    {
        if (ticks % TimeSpan.TicksPerSecond != 0 && writer.Dialect.WriteDateFraction != XmlRpcDateFraction.Truncate)
        {
            throw writer.CreateException(
                "A date with a fraction of a second cannot be written in whole seconds.",
                "R30",
                $"{nameof(XmlRpcDialect)}.{nameof(XmlRpcDialect.WriteDateFraction)}");
        }
    }
}
