using System.Buffers;
using System.Net;
using System.Text;

namespace Nearcall.AspNetCore.Tests;

/// <summary>Makes request bodies and reads answers.</summary>
internal static class Message
{
    public static HttpContent Of(string method, params ReadOnlySpan<XmlRpcValue> arguments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        XmlRpcMethodCall.Write(buffer, method, arguments, XmlRpcDialect.Tolerant with { WriteNil = true });
        return Of(buffer.WrittenSpan.ToArray());
    }

    public static HttpContent Raw(string body) => Of(Encoding.UTF8.GetBytes(body));

    public static HttpContent Of(byte[] body, string? contentType = "text/xml")
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return content;
    }

    /// <summary>Writes a call whose values are given as they stand in their <c>value</c> elements.</summary>
    public static string Text(string method, params string[] values) =>
        $"<methodCall><methodName>{method}</methodName><params>"
        + string.Concat(values.Select(value => $"<param><value>{value}</value></param>"))
        + "</params></methodCall>";

    /// <summary>Reads an answer as strictly as it must be written (R42 to R47).</summary>
    public static async Task<XmlRpcResult<XmlRpcValue>> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(body.Length, response.Content.Headers.ContentLength);
        return Read(body);
    }

    /// <summary>Reads an answer as strictly as it must be written (R44 to R47).</summary>
    public static XmlRpcResult<XmlRpcValue> Read(byte[] body)
    {
        var reader = new XmlRpcReader(body, XmlRpcDialect.Strict with { ReadExtensions = true });
        XmlRpcResult<XmlRpcValue> result = reader.ReadStartMethodResponse() == XmlRpcResponseType.Fault
            ? new(reader.ReadFault())
            : new(reader.ReadValue());
        reader.ReadEndMethodResponse();
        return result;
    }
}
