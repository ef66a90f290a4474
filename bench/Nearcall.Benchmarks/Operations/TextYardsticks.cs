using System.Buffers.Text;
using System.Text;
using Nearcall.Benchmarks.Documents;

namespace Nearcall.Benchmarks.Operations;

/// <summary>The least that bulk data can cost: one framework call on the octets between the tags.</summary>
internal static class TextYardsticks
{
    public static IEnumerable<Operation> All =>
    [
        new("base64-decode", () => Decode(Encoding.ASCII.GetBytes(Convert.ToBase64String(DocumentValues.Octets())))),
        new("base64-decode-kept", () => DecodeInto(Encoding.ASCII.GetBytes(Convert.ToBase64String(DocumentValues.Octets())))),
        new("utf8-decode", () => Text(Content(DocumentValues.Prose()))),
        new("utf8-decode-kept", () => TextInto(Content(DocumentValues.Prose()))),
        new("utf8-decode-foreign", () => Text(Content(DocumentValues.ForeignProse()))),
    ];

    /// <summary>Into an array of its own, as reading gives it.</summary>
    private static Func<long> Decode(byte[] text) => () =>
    {
        var octets = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        Base64.DecodeFromUtf8(text, octets, out _, out var written);
        return written;
    };

    /// <inheritdoc cref="TextInto"/>
    private static Func<long> DecodeInto(byte[] text)
    {
        var octets = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return () =>
        {
            Base64.DecodeFromUtf8(text, octets, out _, out var written);
            return written;
        };
    }

    private static Func<long> Text(byte[] octets) => () => Encoding.UTF8.GetString(octets).Length;

    /// <summary>Into one array again and again.</summary>
    private static Func<long> TextInto(byte[] octets)
    {
        var text = new char[octets.Length];
        return () => Encoding.UTF8.GetChars(octets, text);
    }

    private static byte[] Content(string text)
    {
        var document = CallDocument.Of(text);
        var start = document.AsSpan().IndexOf("<string>"u8);
        return start < 0
            ? document[(document.AsSpan().IndexOf("<value>"u8) + 7)..document.AsSpan().LastIndexOf("</value>"u8)]
            : document[(start + 8)..document.AsSpan().LastIndexOf("</string>"u8)];
    }
}
