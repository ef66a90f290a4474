using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Nearcall;

/// <summary>A first look at a call, which takes nothing of it away.</summary>
/// <param name="Method">The method; null where the look did not show it.</param>
/// <param name="IsComplete">Whether all of the body is there, so that there was no need to look.</param>
internal readonly record struct CallPreview(ServedMethod? Method, bool IsComplete)
{
    /// <summary>How far to look for the name: beyond any declaration and comment that a peer may send before it.</summary>
    private const int LongestHead = 16 * 1024;

    public static async ValueTask<CallPreview> ReadAsync(HttpContext http, XmlRpcEndpoint endpoint)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted).ConfigureAwait(false);
            var octets = read.Buffer;
            var preview = read.IsCompleted ? new CallPreview(null, IsComplete: true) : Look(http, endpoint, octets);
            if (preview is { } seen)
            {
                reader.AdvanceTo(octets.Start);
                return seen;
            }

            reader.AdvanceTo(octets.Start, octets.End);
        }
    }

    /// <summary>Looks for the name.</summary>
    /// <returns>What was seen; null if more is needed to see anything.</returns>
    private static CallPreview? Look(HttpContext http, XmlRpcEndpoint endpoint, in ReadOnlySequence<byte> octets)
    {
        var head = octets.Slice(0, Math.Min(octets.Length, LongestHead));
        var isFound = TryFind(head.IsSingleSegment ? head.FirstSpan : head.ToArray(), RequestHead.Charset(http.Request), endpoint, out var method);
        return isFound || octets.Length >= LongestHead ? new CallPreview(method, IsComplete: false) : null;
    }

    private static bool TryFind(ReadOnlySpan<byte> text, string? charset, XmlRpcEndpoint endpoint, out ServedMethod? method)
    {
        method = null;
        if (text.IndexOf("</methodName"u8) < 0)
        {
            return false;
        }

        var options = endpoint.Options;
        try
        {
            if (XmlEncoding.Detect(text, charset, options.Dialect, out var markLength) != XmlEncodingKind.Utf8)
            {
                return true;
            }

            var reader = new XmlRpcReader(text[markLength..], isFinal: false, new XmlRpcReaderState(options.Dialect, options.Limits));
            if (!reader.TryReadStartMethodCall())
            {
                return false;
            }

            method = endpoint.Methods.Find(reader.MethodName);
            return true;
        }
        catch (XmlRpcFormatException)
        {
            // Reading all of it will say what is wrong.
            return true;
        }
    }
}
