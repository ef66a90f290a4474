using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>The octets that a stub server says, and what it does afterwards.</summary>
/// <param name="Pieces">The octets; each piece is its own write.</param>
internal sealed record StubReply(params byte[][] Pieces)
{
    public static StubReply Silence { get; } = new() { IsHanging = true };

    /// <summary>Whether the connection is closed afterwards.</summary>
    public bool IsClosing { get; init; }

    /// <summary>Whether nothing more happens until the client goes away.</summary>
    public bool IsHanging { get; init; }

    public static StubReply Raw(string text) => new(Encoding.Latin1.GetBytes(text)) { IsClosing = true };

    public static StubReply Ok(string body, string headers = "Content-Type: text/xml\r\n") => Of("200 OK", body, headers);

    public static StubReply Of(string status, string body, string headers = "Content-Type: text/xml\r\n") =>
        Of(status, Encoding.UTF8.GetBytes(body), headers);

    public static StubReply Of(string status, byte[] body, string headers = "Content-Type: text/xml\r\n")
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\n\r\n");
        return new StubReply([.. Encoding.Latin1.GetBytes(head), .. body]);
    }

    public static StubReply Redirect(int status, string location) =>
        Raw(string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} Elsewhere\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

    public static byte[] Compress(string encoding, string body)
    {
        var target = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(target, CompressionLevel.Optimal),
            "br" => new BrotliStream(target, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(target, CompressionLevel.Optimal),
            _ => new DeflateStream(target, CompressionLevel.Optimal),
        })
        {
            stream.Write(Encoding.UTF8.GetBytes(body));
        }

        return target.ToArray();
    }
}
