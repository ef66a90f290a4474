using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests.Calls;

public sealed class FaultTests
{
    private const string Secret = "Host=db;Password=hunter2";

    [Fact]
    [Trait("Rule", "R48")]
    public async Task R48_Fault_OfAMethod_IsSentAsItIs()
    {
        await using var host = await StartAsync(() => throw new XmlRpcFaultException(42, "It <failed> & more"));

        var fault = (await host.CallAsync("m")).Fault!;

        Assert.Equal((42, "It <failed> & more"), (fault.Code, fault.Text));
    }

    [Theory]
    [Trait("Rule", "R53")]
    [InlineData(-32768)]
    [InlineData(-32700)]
    [InlineData(-32601)]
    [InlineData(-32000)]
    public async Task R53_Fault_WithReservedCode_IsAnApplicationErrorUnlessAllowed(int code)
    {
        await using var strict = await StartAsync(() => throw new XmlRpcFaultException(code, "text"));
        await using var open = await StartAsync(
            () => throw new XmlRpcFaultException(code, "text"), options => options.AllowReservedFaultCodes = true);

        var refused = (await strict.CallAsync("m")).Fault!;
        var allowed = (await open.CallAsync("m")).Fault!;

        Assert.Equal((XmlRpcFaultCodes.ApplicationError, "text"), (refused.Code, refused.Text));
        Assert.Contains(strict.Log.OfServer, record => record is { Level: LogLevel.Warning, Event.Name: "ReservedFaultCode" });
        Assert.Equal((code, "text"), (allowed.Code, allowed.Text));
    }

    [Theory]
    [Trait("Rule", "R53")]
    [InlineData(-32769)]
    [InlineData(-31999)]
    [InlineData(0)]
    public async Task R53_Fault_OutsideTheReservedRange_IsSentAsItIs(int code)
    {
        await using var host = await StartAsync(() => throw new XmlRpcFaultException(code, "text"));

        Assert.Equal(code, (await host.CallAsync("m")).Fault?.Code);
        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    [Trait("Rule", "R55")]
    public async Task R55_Method_Unknown_IsNotFound()
    {
        await using var host = await StartAsync(() => 1);

        var fault = (await host.CallAsync("no.such_method")).Fault!;

        Assert.Equal(XmlRpcFaultCodes.MethodNotFound, fault.Code);
        Assert.Equal("There is no method 'no.such_method'.", fault.Text);
    }

    [Fact]
    [Trait("Rule", "R55")]
    public async Task R55_Method_UnknownInAMalformedMessage_IsMalformed()
    {
        await using var host = await StartAsync(() => 1);

        var result = await host.SendAsync("<methodCall><methodName>unknown</methodName><params><param></params></methodCall>");

        Assert.NotEqual(XmlRpcFaultCodes.MethodNotFound, result.Fault!.Code);
    }

    [Fact]
    [Trait("Rule", "R55")]
    public async Task R55_Method_UnknownAndLong_IsNotRepeated()
    {
        await using var host = await StartAsync(() => 1);

        Assert.Equal("There is no such method.", (await host.CallAsync(new string('a', 5000))).Fault?.Text);
    }

    [Fact]
    [Trait("Rule", "R55")]
    public async Task R55_Result_ThatCannotBeWritten_IsAnInternalErrorWithoutDetails()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("m", () => new XmlRpcStruct
        {
            ["fine"] = "text",
            ["big"] = 5_000_000_000L,
        }));

        var fault = (await host.CallAsync("m")).Fault!;

        Assert.Equal(XmlRpcFaultCodes.InternalError, fault.Code);
        Assert.Matches("^The result cannot be sent \\(correlation id [0-9a-f]{32}\\)$", fault.Text);
        var record = Assert.Single(host.Log.OfServer, record => record.Level == LogLevel.Error);
        Assert.IsType<XmlRpcFormatException>(record.Exception);
        Assert.Contains(CorrelationId(fault), record.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R56")]
    [Trait("Threat", "S29")]
    public async Task R56_Exception_Unexpected_IsAnApplicationErrorWithAnIdThatTheLogHas()
    {
        await using var host = await StartAsync(() => throw new InvalidOperationException(Secret));

        var fault = (await host.CallAsync("m")).Fault!;

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, fault.Code);
        Assert.Matches("^Internal error \\(correlation id [0-9a-f]{32}\\)$", fault.Text);
        var record = Assert.Single(host.Log.OfServer, record => record.Level == LogLevel.Error);
        Assert.Equal(Secret, record.Exception?.Message);
        Assert.Contains(CorrelationId(fault), record.Text, StringComparison.Ordinal);
        Assert.Contains("'m'", record.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "S29")]
    public async Task Exception_AfterAnAwait_IsTheSame()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("m", async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException(Secret);
        }));

        Assert.Matches("^Internal error \\(correlation id [0-9a-f]{32}\\)$", (await host.CallAsync("m")).Fault?.Text);
    }

    [Fact]
    public async Task Exception_WithDetailsIncluded_AddsItsMessageAndNothingElse()
    {
        await using var host = await StartAsync(
            () => throw new InvalidOperationException("the message"), options => options.IncludeExceptionDetails = true);

        var fault = (await host.CallAsync("m")).Fault!;

        Assert.Matches("^Internal error \\(correlation id [0-9a-f]{32}\\): the message$", fault.Text);
    }

    [Fact]
    public async Task Exceptions_HaveDifferentIds()
    {
        await using var host = await StartAsync(() => throw new InvalidOperationException());

        Assert.NotEqual(CorrelationId((await host.CallAsync("m")).Fault!), CorrelationId((await host.CallAsync("m")).Fault!));
    }

    [Fact]
    public async Task FormatException_OfTheMethodItself_IsNotBlamedOnTheCaller()
    {
        await using var atOnce = await StartAsync(() => throw new XmlRpcFormatException("the answer of another server is malformed"));
        await using var later = await TestServerHost.StartAsync(methods => methods.Add("m", async (int _) =>
        {
            await Task.Yield();
            throw new XmlRpcFormatException("the answer of another server is malformed");
        }));

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await atOnce.CallAsync("m")).Fault?.Code);
        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await later.CallAsync("m", 1)).Fault?.Code);
    }

    [Fact]
    public async Task FormatException_WhileAMethodReadsItsContextAgain_IsTheCallers()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.AddCatchAll(context => context.ReadArguments().Count));

        var result = await host.SendAsync(Message.Text("m", "<int>x</int>"));

        Assert.Equal(XmlRpcFaultCodes.InvalidMessage, result.Fault?.Code);
    }

    [Fact]
    public async Task OperationCanceled_ThatTheCallerDidNotCause_IsAnError()
    {
        await using var host = await StartAsync(() => throw new OperationCanceledException());

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("m")).Fault?.Code);
        Assert.Contains(host.Log.OfServer, record => record.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Fault_TextThatXmlCannotCarry_IsSentWithReplacements()
    {
        await using var host = await StartAsync(() => throw new XmlRpcFaultException(1, "a\0b\uD800c"));

        Assert.Equal("a\uFFFDb\uFFFDc", (await host.CallAsync("m")).Fault?.Text);
    }

    [Fact]
    [Trait("Threat", "S34")]
    public async Task Fault_TextWithMarkup_IsEscaped()
    {
        await using var host = await StartAsync(() => throw new XmlRpcFaultException(1, "</string></value>\r\n\r\nHTTP/1.1 200 OK"));

        Assert.Equal("</string></value>\r\n\r\nHTTP/1.1 200 OK", (await host.CallAsync("m")).Fault?.Text);
    }

    [Fact]
    [Trait("Rule", "R57")]
    [Trait("Threat", "S21")]
    public async Task R57_Limit_GoneOver_HasItsCode()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("m", (XmlRpcValue value) => value));
        var begin = string.Concat(Enumerable.Repeat("<array><data><value>", 65));
        var end = string.Concat(Enumerable.Repeat("</value></data></array>", 65));

        var fault = (await host.SendAsync(Message.Text("m", begin + end))).Fault!;

        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, fault.Code);
    }

    [Fact]
    [Trait("Threat", "S21")]
    public async Task Nesting_OfAHundredThousand_IsRefused()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("m", (XmlRpcValue value) => value));
        var deep = string.Concat(Enumerable.Repeat("<value><array><data>", 100_000));

        var known = await host.SendAsync($"<methodCall><methodName>m</methodName><params><param>{deep}");
        var unknown = await host.SendAsync($"<methodCall><methodName>unknown</methodName><params><param>{deep}");

        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, known.Fault?.Code);
        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, unknown.Fault?.Code);
    }

    private static string CorrelationId(XmlRpcFault fault) => fault.Text.Split("id ")[1].TrimEnd(')');

    private static Task<TestServerHost> StartAsync(Func<int> method, Action<XmlRpcServerOptions>? options = null) =>
        TestServerHost.StartAsync(methods => methods.Add("m", method), options);
}
