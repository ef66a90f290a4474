using System.Text;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

public sealed class CompressionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip", "X-GZIP")]
    [InlineData("br", "br")]
    [InlineData("deflate", "deflate")]
    [InlineData("raw deflate", "deflate")]
    [InlineData("gzip", " Gzip ")]
    public async Task Answer_Compressed_IsRead(string compression, string header)
    {
        await using var server = new StubServer(Compressed(compression, header, Answers.Of($"<string>{Text(50_000)}</string>")));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal(Text(50_000), await client.CallAsync<string>("m", Token));
        Assert.Equal(Text(50_000), client.Call<string>("m"));
    }

    [Fact]
    public async Task Answer_Identity_IsRead()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five, "Content-Encoding: identity\r\n"));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal(5, await client.CallAsync<int>("m", Token));
    }

    [Fact]
    public async Task Fault_CompressedWithAnErrorStatus_IsAFault()
    {
        await using var server = new StubServer(
            StubReply.Of("500 Oops", StubReply.Compress("gzip", Answers.Fault), "Content-Encoding: gzip\r\n"));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal(42, (await client.TryCallAsync("m", Token)).Fault!.Code);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    [InlineData("compress")]
    public async Task Answer_InAnEncodingNotAskedFor_IsATransportError(string header)
    {
        await using var server = new StubServer(Compressed("gzip", header, Answers.Five));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));
        Assert.Contains($"'{header}'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Answer_NotWhatItsEncodingSays_IsATransportError(string header)
    {
        await using var server = new StubServer(StubReply.Of("200 OK", Encoding.ASCII.GetBytes("<methodResponse>\n  plain"), $"Content-Encoding: {header}\r\n"));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));
        Assert.EndsWith("could not be decompressed. The call may have been executed.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Answer_CompressedAndCutShort_IsATransportError(string header)
    {
        var whole = StubReply.Compress(header, Answers.Of($"<string>{Text(50_000)}</string>"));
        await using var server = new StubServer(StubReply.Of("200 OK", whole[..(whole.Length / 2)], $"Content-Encoding: {header}\r\n"));
        using var client = new XmlRpcClient(server.Url);

        await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<string>("m", Token));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    public async Task Answer_Bomb_StopsAtTheLimit(string compression)
    {
        // S04, S05: a hundred kilobytes that become sixty-five million.
        var bomb = Compressed(compression, compression.Split(' ')[^1], Answers.Of($"<string>{new string(' ', 65 << 20)}</string>"));
        await using var server = new StubServer(bomb);
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcFormatException>(() => client.CallAsync<string>("m", Token));

        Assert.Equal("XmlRpcLimits.MaxDecompressedBytes", exception.Switch);
        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, exception.FaultCode);
    }

    private static string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i % 23))));

    private static StubReply Compressed(string compression, string header, string body) =>
        StubReply.Of("200 OK", StubReply.Compress(compression, body), $"Content-Type: text/xml\r\nContent-Encoding:{header}\r\n");
}
