using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.PythonClients;

/// <summary>Python's own client against samples/interop_server.cs. Each check is a function of peer_client.py.</summary>
public sealed class PythonClientTests(InteropServer server) : IClassFixture<InteropServer>
{
    [Theory]
    [InlineData("integers")]
    [InlineData("booleans")]
    [InlineData("doubles")]
    [InlineData("strings")]
    [InlineData("big_string")]
    [InlineData("dates")]
    [InlineData("binaries")]
    [InlineData("nil")]
    [InlineData("arrays")]
    [InlineData("structs")]
    [InlineData("nested_values")]
    public Task Echo_EveryKind_ComesBackUnchanged(string check) => CheckAsync(check);

    [Fact]
    public Task Calculator_IntsAndDoubles_ComputesAsPythonDoes() => CheckAsync("arithmetic");

    [Fact]
    public Task Fault_EveryCause_ReachesPythonAsFault() => CheckAsync("fault_codes");

    [Fact]
    [Trait("Rule", "R65")]
    [Trait("Rule", "R67")]
    [Trait("Rule", "R68")]
    public Task Multicall_PythonsMultiCall_GivesEachEntryItsOutcome() => CheckAsync("multicall");

    [Fact]
    [Trait("Rule", "R60")]
    [Trait("Rule", "R61")]
    [Trait("Rule", "R63")]
    public Task Introspection_PythonsClient_SeesNamesSignaturesAndHelp() => CheckAsync("introspection");

    [Fact]
    [Trait("Rule", "R81")]
    public Task R81_States_AreNumberedFromOne() => CheckAsync("states");

    [Fact]
    [Trait("Rule", "R80")]
    public Task R80_Validator_PassesAllEightTests() => CheckAsync("validator");

    [Fact]
    public Task Http_OtherPath_IsNotFound() => CheckAsync("http");

    private async Task CheckAsync(string check)
    {
        var run = await PythonPeer.RunAsync("peer_client.py", TestContext.Current.CancellationToken, server.Url, check);
        Assert.Equal(("ok", ""), (run.Output.Trim(), run.Errors));
    }
}
