using System.Security.Cryptography;
using System.Text;

namespace Nearcall.AspNetCore.Tests.Streaming;

/// <summary>Methods that take streams, and calls of them, octet by octet.</summary>
internal static class Uploads
{
    public const string Head = "POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\n";

    /// <summary>Adds a method of text and a stream.</summary>
    public static XmlRpcMethodBuilder AddUpload<TResult>(
        this XmlRpcMethodsBuilder methods, string name, Func<string, Stream, CancellationToken, Task<TResult>> upload, params object[] metadata) =>
        methods.Add(Describe<TResult>(name, metadata).Bind(upload));

    /// <summary>Adds a method that gives the length and the hash of a stream.</summary>
    public static XmlRpcMethodBuilder AddDigest(this XmlRpcMethodsBuilder methods, string name = "digest") =>
        methods.AddUpload(name, static async (label, octets, token) => $"{label} {await DigestAsync(octets, token)}");

    public static string Digest(ReadOnlySpan<byte> octets) => $"{octets.Length} {Convert.ToHexString(SHA256.HashData(octets))}";

    /// <summary>Reads a stream to its end, a part at a time.</summary>
    public static async Task<string> DigestAsync(Stream octets, CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var room = new byte[10_000];
        var length = 0L;
        int count;
        while ((count = await octets.ReadAsync(room, token)) > 0)
        {
            hash.AppendData(room, 0, count);
            length += count;
        }

        return $"{length} {Convert.ToHexString(hash.GetHashAndReset())}";
    }

    /// <summary>Writes the body of a call.</summary>
    public static string Call(string method, string label, ReadOnlySpan<byte> octets) =>
        Message.Text(method, label, $"<base64>{Convert.ToBase64String(octets)}</base64>");

    public static byte[] Random(int length)
    {
        var octets = new byte[length];
        new Random(length).NextBytes(octets);
        return octets;
    }

    /// <summary>Sends a body in two pieces, the first of a length, so that the server cannot but begin before it has the second.</summary>
    public static async Task<string> SplitAsync(this RawConnection connection, string body, int first, bool isChunked)
    {
        if (isChunked)
        {
            await connection.SendAsync($"{Head}Transfer-Encoding: chunked\r\n\r\n{Chunk(body[..first])}");
            await connection.SendAsync($"{Chunk(body[first..])}0\r\n\r\n");
        }
        else
        {
            await connection.SendAsync($"{Head}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body[..first]}");
            await connection.SendAsync(body[first..]);
        }

        return (await connection.ReadAnswerAsync()).Body;
    }

    public static string Chunk(string text) => text.Length == 0 ? "" : $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n";

    private static XmlRpcMethod<Func<string, Stream, CancellationToken, Task<TResult>>> Describe<TResult>(string name, object[] metadata) =>
        XmlRpcServiceMethod.Create<Func<string, Stream, CancellationToken, Task<TResult>>, TResult>(
            name,
            [new("label", typeof(string), XmlRpcKind.String), new("content", typeof(Stream), XmlRpcKind.Base64)],
            static (service, ref arguments, context) =>
            {
                arguments.ReadStartParameter("label");
                var label = arguments.ReadString();
                return new(service(label, context.OpenStreamArgument(ref arguments), context.CancellationToken));
            },
            XmlRpcConverter.For<TResult>(),
            new() { TakesStream = true, Metadata = metadata });
}
