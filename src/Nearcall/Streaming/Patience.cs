namespace Nearcall;

/// <summary>
/// Says when it is worth looking again at a text that was unfinished: at once where a value can have ended, and otherwise seldom enough
/// that the time for a long value grows with its length and not with the square of it, however it is cut.
/// </summary>
internal struct Patience
{
    /// <summary>Up to here looking costs nothing to speak of.</summary>
    private const int Small = 4096;

    /// <summary>How often something that looks like an end may be none, until the text is twice as long.</summary>
    private const int GreatestDisappointments = 8;

    private int _seen;
    private int _base;
    private int _disappointments;

    /// <summary>Takes note that the text was looked at.</summary>
    /// <param name="length">Its length, from the place where looking starts.</param>
    /// <param name="hasProgressed">Whether that place is further on than it was.</param>
    public void Looked(int length, bool hasProgressed)
    {
        _seen = length;
        if (hasProgressed || length >= 2L * _base)
        {
            _base = length;
            _disappointments = 0;
        }
        else
        {
            _disappointments++;
        }
    }

    /// <summary>Whether to look again. What it has searched for an end it does not search again.</summary>
    /// <param name="text">The text, from the same place.</param>
    public bool IsOver(ReadOnlySpan<byte> text)
    {
        var seen = Math.Min(_seen, text.Length);
        _seen = text.Length;
        return text.Length >= 2L * Math.Max(_base, 1)
            || ((text.Length <= Small || _disappointments < GreatestDisappointments) && MayEnd(text, seen));
    }

    /// <summary>Whether a tag ends behind a place, and in a long text: one that can be the last of a value.</summary>
    private static bool MayEnd(ReadOnlySpan<byte> text, int seen)
    {
        for (var position = seen; text[position..].IndexOf((byte)'>') is var found and >= 0; position++)
        {
            position += found;
            var before = text[..position].TrimEnd(" \t\r\n"u8);
            if (text.Length <= Small || before.EndsWith("/value"u8) || before.EndsWith("/"u8))
            {
                return true;
            }
        }

        return false;
    }
}
