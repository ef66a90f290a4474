using System.Net;
using System.Text;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>What the client makes of answers, good and bad.</summary>
public sealed class AnswerTests
{
    private const string Html = "<!DOCTYPE html>\n<html><head><title>Not\n found</title></head><body><h1>Sorry</h1></body></html>";

    private static readonly XmlRpcClientOptions Strict = new() { Dialect = XmlRpcDialect.Strict };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("400 Bad Request")]
    [InlineData("404 Not Found")]
    [InlineData("500 Internal Server Error")]
    [Trait("Rule", "R42")]
    public async Task R42_FaultWithAnotherStatus_IsAFault(string status)
    {
        Assert.Equal(42, (await GetAsync(StubReply.Of(status, Answers.Fault))).Fault!.Code);
    }

    [Fact]
    [Trait("Rule", "R42")]
    public async Task R42_ErrorStatusWithoutAMessage_IsATransportError()
    {
        var exception = await FailAsync<XmlRpcTransportException>(StubReply.Of("502 Bad Gateway", "upstream\u0007  is\r\ndown", "Content-Type: text/plain\r\n"));

        Assert.Equal(HttpStatusCode.BadGateway, exception.StatusCode);
        Assert.Equal("upstream is down", exception.BodyText);
        Assert.EndsWith("answered 502 Bad Gateway with a body that is no XML-RPC message: \"upstream is down\". The call may have been executed.", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.WasNotSent);
        Assert.IsType<XmlRpcFormatException>(exception.InnerException);
    }

    [Theory]
    [InlineData("404 Not Found", Html, "404 Not Found with an HTML page: \"Not found\"")]
    [InlineData("200 OK", Html, "200 OK with an HTML page: \"Not found\". The call may have been executed.")]
    [InlineData("200 OK", "<HTML><body><p>Log  in</p></body>", "200 OK with an HTML page: \"Log in\". The call may have been executed.")]
    [InlineData("200 OK", "", "200 OK with an empty body. The call may have been executed.")]
    [InlineData("400 Bad Request", "", "400 Bad Request with an empty body.")]
    [InlineData("200 OK", " \r\n", "200 OK with an empty body. The call may have been executed.")]
    [InlineData("500 ", "", "500 with an empty body. The call may have been executed.")]
    public async Task NoMessage_AnyStatus_IsOneClearLine(string status, string body, string expected)
    {
        var exception = await FailAsync<XmlRpcTransportException>(StubReply.Of(status, body, "Content-Type: text/html\r\n"));

        Assert.EndsWith("/RPC2 answered " + expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public async Task NoMessage_LongBody_IsQuotedInPart()
    {
        var body = string.Concat(Enumerable.Repeat("😀\u202Eabcdefg", 5000));
        var exception = await FailAsync<XmlRpcTransportException>(StubReply.Of("503 Busy", body, ""));

        Assert.InRange(exception.BodyText.Length, 900, 1024);
        Assert.InRange(exception.Message.Length, 100, 300);
        Assert.DoesNotContain('\u202E', exception.BodyText);
        Assert.True(exception.BodyText.EnumerateRunes().All(rune => rune != Rune.ReplacementChar));
    }

    [Fact]
    public async Task NoMessage_Junk200_IsAFormatError()
    {
        var exception = await FailAsync<XmlRpcFormatException>(StubReply.Ok("""{"error": "no"}"""));

        Assert.Equal(0, exception.Offset);
    }

    [Theory]
    [InlineData("text/xml", true)]
    [InlineData("TEXT/XML; charset=utf-8", true)]
    [InlineData("application/xml;charset=\"UTF-8\";", true)]
    [InlineData("text/plain", false)]
    [InlineData("application/json", false)]
    [InlineData("text/html", false)]
    [InlineData(null, false)]
    [Trait("Rule", "R43")]
    public async Task R43_ContentType_StrictAsksForXmlAndTolerantForNothing(string? type, bool isStrict)
    {
        var reply = StubReply.Ok(Answers.Five, type is null ? "" : $"Content-Type: {type}\r\n");

        Assert.Equal(5, (await GetAsync(reply)).Value);
        if (isStrict)
        {
            Assert.Equal(5, (await GetAsync(reply, Strict)).Value);
        }
        else
        {
            var exception = await FailAsync<XmlRpcFormatException>(reply, Strict);
            Assert.Equal("R43", exception.Rule);
            Assert.Equal("XmlRpcDialect.AllowAnyContentType", exception.Switch);
        }
    }

    [Theory]
    [InlineData("<methodResponse/>")]
    [InlineData("<methodResponse></methodResponse>")]
    [InlineData("<methodResponse><params/></methodResponse>")]
    [InlineData("<methodResponse><params></params></methodResponse>")]
    [Trait("Rule", "R45")]
    public async Task R45_NoResult_IsNilToTheTolerant(string body)
    {
        Assert.Equal(XmlRpcValue.Nil, (await GetAsync(StubReply.Ok(body))).Value);
        Assert.Equal("R45", (await FailAsync<XmlRpcFormatException>(StubReply.Ok(body), Strict)).Rule);
        var exception = await FailAsync<XmlRpcFormatException, int>(StubReply.Ok(body));
        Assert.Contains("nil", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R46")]
    public async Task R46_TwoResults_AreRefused()
    {
        var body = Answers.Five.Replace("</params>", "<param><value>6</value></param></params>", StringComparison.Ordinal);

        Assert.Equal("R46", (await FailAsync<XmlRpcFormatException>(StubReply.Ok(body))).Rule);
    }

    [Theory]
    [InlineData("utf-8", "text/xml; charset=iso-8859-1", "iso-8859-1")]
    [InlineData("iso-8859-1", "text/xml", "iso-8859-1")]
    [InlineData("iso-8859-1", "text/xml; charset=utf-8", "utf-8")]
    [InlineData("utf-16", "text/xml", "utf-16")]
    [Trait("Rule", "R25")]
    public async Task R25_Encoding_HttpCharsetBeatsTheDeclaration(string declared, string contentType, string actual)
    {
        var encoding = Encoding.GetEncoding(actual);
        var text = Answers.Of("<string>grün</string>").Replace("utf-8", declared, StringComparison.Ordinal);
        byte[] body = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

        Assert.Equal("grün", (await GetAsync(StubReply.Of("200 OK", body, $"Content-Type: {contentType}\r\n"))).Value);
    }

    [Fact]
    [Trait("Rule", "R25")]
    public async Task R25_UnknownCharset_IsRefusedByCode()
    {
        var exception = await FailAsync<XmlRpcFormatException>(StubReply.Ok(Answers.Five, "Content-Type: text/xml; charset=ebcdic\r\n"));

        Assert.Equal(XmlRpcFaultCodes.UnsupportedEncoding, exception.FaultCode);
    }

    [Fact]
    [Trait("Rule", "R25")]
    public async Task R25_TranscodedAnswer_TheErrorSaysSo()
    {
        var body = Encoding.Latin1.GetBytes("<methodResponse><params><param><value><int>x\u00FC</int></value></param></params></methodResponse>");
        var exception = await FailAsync<XmlRpcFormatException>(StubReply.Of("200 OK", body, "Content-Type: text/xml; charset=iso-8859-1\r\n"));

        Assert.Equal("iso-8859-1", exception.Transcoded, ignoreCase: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R05")]
    public async Task R05_LengthNotKept_IsATransportError(bool async)
    {
        var exception = await FailAsync<XmlRpcTransportException>(
            StubReply.Raw($"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n{Answers.Five}"), async: async);

        Assert.EndsWith("was cut short: the connection ended before it did. The call may have been executed.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R05")]
    public async Task R05_ChunksCutShort_AreATransportError(bool async)
    {
        var exception = await FailAsync<XmlRpcTransportException>(
            StubReply.Raw("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n<methodResponse>\r\n"), async: async);

        Assert.Contains("cut short", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<methodResponse>")]
    [InlineData("<methodResponse><params><param><value><int>5</i")]
    [InlineData("<methodResponse><params><param><value><string>half a sent")]
    [InlineData("<methodResponse><params><param><value><int>5</int></value></param></params></methodRes")]
    [Trait("Rule", "R05")]
    public async Task R05_BodyEndedByClosing_CutShort_IsATransportError(string body)
    {
        var exception = await FailAsync<XmlRpcTransportException>(StubReply.Raw($"HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n{body}"));

        Assert.EndsWith(FormattableString.Invariant($"was cut short after {body.Length} bytes. The call may have been executed."), exception.Message, StringComparison.Ordinal);
        Assert.IsType<XmlRpcFormatException>(exception.InnerException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R78")]
    public async Task R78_AnswersWithoutALength_AreRead(bool async)
    {
        var half = Answers.Five.Length / 2;
        var chunked = FormattableString.Invariant($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{half:x}\r\n{Answers.Five[..half]}\r\n")
            + FormattableString.Invariant($"{Answers.Five.Length - half:X}\r\n{Answers.Five[half..]}\r\n0\r\n\r\n");

        Assert.Equal(5, (await GetAsync(StubReply.Raw(chunked), async: async)).Value);
        Assert.Equal(5, (await GetAsync(StubReply.Raw($"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n{Answers.Five}"), async: async)).Value);
    }

    [Fact]
    public async Task Answer_InManyPieces_IsRead()
    {
        var whole = StubReply.Ok(Answers.Of($"<string>{new string('x', 200_000)}</string>")).Pieces[0];
        var reply = new StubReply([.. whole.Chunk(7777)]);

        Assert.Equal(200_000, (await GetAsync(reply)).Value.AsString().Length);
    }

    [Theory]
    [InlineData("RUBBISH\r\n\r\n", "did not answer in HTTP")]
    [InlineData("", "closed the connection without an answer")]
    public async Task NoHttp_AnyOctets_IsATransportError(string octets, string expected)
    {
        var exception = await FailAsync<XmlRpcTransportException>(StubReply.Raw(octets));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.False(exception.WasNotSent);
        Assert.Null(exception.StatusCode);
    }

    private static Task<XmlRpcResult<XmlRpcValue>> GetAsync(StubReply reply, XmlRpcClientOptions? options = null, bool async = true) =>
        GetAsync<XmlRpcValue>(reply, options, async);

    private static async Task<XmlRpcResult<T>> GetAsync<T>(StubReply reply, XmlRpcClientOptions? options = null, bool async = true)
    {
        await using var server = new StubServer(reply);
        using var client = new XmlRpcClient(server.Url, options);
        return async ? await client.TryCallAsync<T>("m", Token) : client.TryCall<T>("m");
    }

    private static Task<TException> FailAsync<TException>(StubReply reply, XmlRpcClientOptions? options = null, bool async = true)
        where TException : Exception =>
        FailAsync<TException, XmlRpcValue>(reply, options, async);

    private static Task<TException> FailAsync<TException, T>(StubReply reply, XmlRpcClientOptions? options = null, bool async = true)
        where TException : Exception =>
        Assert.ThrowsAsync<TException>(() => GetAsync<T>(reply, options, async));
}
