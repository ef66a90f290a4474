using System.Numerics;
using System.Text;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Samples;

/// <summary>Nearcall's client against samples/interop_server.cs: what Python cannot say, and what the server promises.</summary>
public sealed class InteropServerTests : IClassFixture<InteropServer>, IDisposable
{
    private static readonly XmlRpcDialect Dialect = XmlRpcDialect.Tolerant with
    {
        WriteNil = true,
        WriteExtensions = true,
        ReadDom = true,
        ReadSerializable = true,
        WriteDateZone = XmlRpcDateZone.Write,
        WriteDateFraction = XmlRpcDateFraction.Write,
    };

    private readonly XmlRpcClient _client;

    public InteropServerTests(InteropServer server) =>
        _client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { Dialect = Dialect });

    public static TheoryData<XmlRpcValue> Values => new((XmlRpcValue[])
    [
        5, long.MinValue, true, "gr\u00FC\u00DF\r\n\U0001F600", 0.1, -0.0, double.Epsilon, double.MaxValue,
        XmlRpcValue.Nil, new byte[] { 0, 255 },
        new XmlRpcDateTime(1998, 7, 17, 14, 8, 55),
        new DateTimeOffset(1998, 7, 17, 14, 8, 55, 120, TimeSpan.FromHours(2)),
        XmlRpcValue.I1(-128), XmlRpcValue.I2(short.MinValue), XmlRpcValue.Float(0.1f), BigInteger.Pow(7, 100), 1.50m,
        XmlRpcValue.ExtensionDateTime(new DateTimeOffset(1998, 7, 17, 14, 8, 55, 120, TimeSpan.FromHours(-5))),
        XmlRpcValue.Dom(Encoding.UTF8.GetBytes("<a b=\"c\">d</a>")), XmlRpcValue.Serializable([1, 2, 3]),
        XmlRpcArray.Create(1, "two", XmlRpcArray.Create(3.5, XmlRpcValue.Nil)),
        new XmlRpcStruct { [""] = 1, ["a <b>"] = new XmlRpcStruct { ["i8"] = 5L } },
    ]);

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task Echo_EveryKind_ComesBackUnchanged(XmlRpcValue value) =>
        Assert.Equal(value, await _client.CallAsync("interop.echo", TestContext.Current.CancellationToken, value));

    [Fact]
    public async Task Add_EveryMixOfNumbers_ComputesAsPythonDoes()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        Assert.Equal(15, await _client.CallAsync("add", cancellationToken, 10, 5));
        Assert.Equal(3.5, await _client.CallAsync("add", cancellationToken, 1.5, 2));
        Assert.Equal(3.0, await _client.CallAsync("add", cancellationToken, 1, 2.0));
        Assert.Equal(1L << 40, await _client.CallAsync("multiply", cancellationToken, 1L << 20, 1 << 20));
        Assert.Equal(2, (await _client.TryCallAsync("multiply", cancellationToken, 1 << 20, 1 << 20)).Fault?.Code);
        Assert.Equal(2, (await _client.TryCallAsync("add", cancellationToken, long.MaxValue, 1)).Fault?.Code);
        Assert.Equal(3, (await _client.TryCallAsync("add", cancellationToken, "a", "b")).Fault?.Code);
        Assert.Equal(1, (await _client.TryCallAsync("divide", cancellationToken, 10, 0)).Fault?.Code);
    }

    [Fact]
    public async Task Fail_Always_IsFault42()
    {
        var answer = await _client.TryCallAsync("interop.fail", TestContext.Current.CancellationToken);

        Assert.Equal((42, "It failed"), (answer.Fault?.Code, answer.Fault?.Text));
    }

    [Fact]
    public async Task Sleep_OtherCallsMeanwhile_DoesNotHoldThemUp()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        var sleeping = _client.CallAsync("interop.sleep", stopping.Token, 600_000);
        Assert.Equal(15, await _client.CallAsync("add", cancellationToken, 10, 5));

        Assert.False(sleeping.IsCompleted);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sleeping);
        Assert.Equal(XmlRpcValue.Nil, await _client.CallAsync("interop.sleep", cancellationToken, 1));
    }

    [Theory]
    [InlineData("validator1.moderateSizeArrayCheck", "an empty array", 3)]
    [InlineData("validator1.easyStructTest", "no stooges", XmlRpcFaultCodes.InvalidParameters)]
    public async Task Call_ArgumentThatDoesNotFit_IsFaultWithoutInternals(string method, string problem, int code)
    {
        XmlRpcValue argument = problem == "an empty array" ? XmlRpcArray.Empty : new XmlRpcStruct();

        var answer = await _client.TryCallAsync(method, TestContext.Current.CancellationToken, argument);

        Assert.Equal(code, answer.Fault?.Code);
        Assert.DoesNotContain("Exception", answer.Fault?.Text, StringComparison.Ordinal);
    }
}
