using System.Globalization;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>S22, S23: no answer takes more memory than the limits say, whatever it promises.</summary>
public sealed class LimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MaxBytes_MorePromised_IsRefusedUnread(bool async)
    {
        await using var server = new StubServer(StubReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n<") with { IsHanging = true });
        using var client = new XmlRpcClient(server.Url);

        var exception = await FailAsync(client, async);

        Assert.Equal("XmlRpcLimits.MaxBytes", exception.Switch);
        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, exception.FaultCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MaxBytes_MoreSentThanPromised_StopsReading(bool async)
    {
        var body = Answers.Of($"<string>{new string('x', 100_000)}</string>");
        await using var server = new StubServer(StubReply.Raw($"HTTP/1.1 200 OK\r\n\r\n{body}"));
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { Limits = new XmlRpcLimits { MaxBytes = 50_000 } });

        Assert.Equal("XmlRpcLimits.MaxBytes", (await FailAsync(client, async)).Switch);
    }

    [Fact]
    public async Task MaxBytes_ExactlyReached_IsRead()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var exact = new XmlRpcClient(server.Url, Limit(Answers.Five.Length));
        using var tooSmall = new XmlRpcClient(server.Url, Limit(Answers.Five.Length - 1));

        Assert.Equal(5, await exact.CallAsync<int>("m", Token));
        await FailAsync(tooSmall, async: true);
    }

    [Fact]
    public async Task MaxDecompressedBytes_NothingCompressed_CountsToo()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { Limits = new XmlRpcLimits { MaxDecompressedBytes = 20 } });

        Assert.Equal("XmlRpcLimits.MaxDecompressedBytes", (await FailAsync(client, async: true)).Switch);
    }

    [Fact]
    public async Task ContentLength_LargeAndNotKept_TakesNoMemory()
    {
        var promise = (31 << 20).ToString(CultureInfo.InvariantCulture);
        await using var server = new StubServer(StubReply.Raw($"HTTP/1.1 200 OK\r\nContent-Length: {promise}\r\n\r\n<methodResponse>"));
        using var client = new XmlRpcClient(server.Url);
        Assert.Throws<XmlRpcTransportException>(() => client.Call("m"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<XmlRpcTransportException>(() => client.Call("m"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public async Task MaxDepth_OfAnAnswer_IsKept()
    {
        var deep = string.Concat(Enumerable.Repeat("<array><data><value>", 65)) + "x" + string.Concat(Enumerable.Repeat("</value></data></array>", 65));
        await using var server = new StubServer(StubReply.Ok(Answers.Of(deep)));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcFormatException>(() => client.CallAsync("m", Token));
        Assert.Equal("XmlRpcLimits.MaxDepth", exception.Switch);
    }

    private static XmlRpcClientOptions Limit(long bytes) => new() { Limits = new XmlRpcLimits { MaxBytes = bytes } };

    private static async Task<XmlRpcFormatException> FailAsync(XmlRpcClient client, bool async) =>
        async
            ? await Assert.ThrowsAsync<XmlRpcFormatException>(() => client.CallAsync<string>("m", Token))
            : Assert.Throws<XmlRpcFormatException>(() => client.Call<string>("m"));
}
