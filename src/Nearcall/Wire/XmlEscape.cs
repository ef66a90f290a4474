using System.Buffers;

namespace Nearcall;

/// <summary>Which characters of a text cannot be copied into XML as they are (R22, R26, R27).</summary>
internal static class XmlEscape
{
    /// <summary>U+FFFD, which takes the place of what XML cannot carry.</summary>
    public static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    /// <summary>The ASCII characters that need care. Surrogates show themselves when they are transcoded.</summary>
    public static SearchValues<char> Characters { get; } = SearchValues.Create(Controls + "&<>\r");

    /// <summary>The same, and the two characters of the first plane that XML excludes; the search for these is slower.</summary>
    public static SearchValues<char> CharactersAndNonCharacters { get; } = SearchValues.Create(Controls + "&<>\r\uFFFE\uFFFF");

    /// <summary>The octets that need care in UTF-8; U+FFFE and U+FFFF begin with the last one, as do others.</summary>
    public static SearchValues<byte> Octets { get; } = SearchValues.Create([.. ControlOctets, .. "&<>\r"u8, NonCharacterLead]);

    /// <summary>The first octet of U+FFFE and U+FFFF in UTF-8.</summary>
    public const byte NonCharacterLead = 0xEF;

    private const string Controls =
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    private static ReadOnlySpan<byte> ControlOctets =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31];
}
