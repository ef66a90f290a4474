using System.IO.Compression;
using System.Text;

namespace Nearcall.Tool.Connection;

/// <summary>Makes the text of a body: decompressed, decoded, and cut where it gets too long to look at.</summary>
internal static class WireText
{
    private const int LongestShown = 1 << 20;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Of(ReadOnlyMemory<byte> octets, string contentEncoding)
    {
        try
        {
            using var stream = Decompress(new MemoryStream(octets.ToArray()), contentEncoding);
            var shown = new byte[LongestShown];
            var count = stream.ReadAtLeast(shown, shown.Length, throwOnEndOfStream: false);
            return Decode(shown.AsSpan(0, count)) + (stream.ReadByte() < 0 ? "" : $"\n[cut here, after {LongestShown} bytes]");
        }
        catch (InvalidDataException)
        {
            return $"[{octets.Length} bytes that are no {contentEncoding}]";
        }
    }

    private static Stream Decompress(MemoryStream octets, string contentEncoding) => contentEncoding switch
    {
        "gzip" or "x-gzip" => new GZipStream(octets, CompressionMode.Decompress),
        "deflate" => new ZLibStream(octets, CompressionMode.Decompress),
        "br" => new BrotliStream(octets, CompressionMode.Decompress),
        _ => octets,
    };

    // Old servers send ISO-8859-1, whatever they say; here any guess is better than none.
    private static string Decode(ReadOnlySpan<byte> octets)
    {
        try
        {
            return Utf8.GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(octets);
        }
    }
}
