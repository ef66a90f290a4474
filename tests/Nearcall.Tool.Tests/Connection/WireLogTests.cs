using System.Text;
using Nearcall.Client.Tests.Infrastructure;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Connection;

/// <summary>What <c>--verbose</c> shows, and what it never shows.</summary>
public sealed class WireLogTests
{
    [Fact]
    public async Task Verbose_ShowsTheWholeWireOnStandardError()
    {
        await using var server = new StubServer(StubReply.Ok("<?xml version='1.0'?>\n" + Answers.Five[Answers.Prolog.Length..] + "\n"));

        var run = await ToolRun.RunAsync("call", server.Url, "add", "10", "--verbose");

        const string Body = "<methodName>add</methodName><params><param><value><int>10</int></value></param></params>";
        var request = $"{Answers.Prolog}<methodCall>{Body}</methodCall>";
        Assert.Equal("5\n", run.Output);
        var lines = run.Error.Split('\n');
        Assert.Equal("> POST /RPC2 HTTP/1.1", lines[0]);
        Assert.Equal($"> Host: 127.0.0.1:{server.Port}", lines[1]);
        Assert.Contains("> Content-Type: text/xml", lines);
        Assert.Contains(FormattableString.Invariant($"> Content-Length: {request.Length}"), lines);
        Assert.Equal([">", "> " + request, "< HTTP/1.1 200 OK"], lines[Array.IndexOf(lines, ">")..][..3]);
        Assert.Contains("< Content-Type: text/xml", lines);
        var answer = Answers.Five[Answers.Prolog.Length..];
        Assert.Equal(["<", "< <?xml version='1.0'?>", "< " + answer, ""], lines[Array.IndexOf(lines, "<")..]);
        Assert.Equal(request, server.Request.Text);
    }

    [Fact]
    public async Task Verbose_WithAPassword_ShowsItNowhere()
    {
        await using var server = new StubServer(StubReply.Ok(
            Answers.Of("<string>hunter2 is wrong</string>"), "Content-Type: text/xml\r\nSet-Cookie: sid=hunter3\r\nX-Echo: hunter2\r\n"));
        var world = new ToolWorld { Variables = { ["NEARCALL_PASSWORD"] = "hunter2" } };

        var run = await world.RunAsync("call", server.Url, "m", "--user", "ann", "-v");

        Assert.Contains("> Authorization: Basic ***\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("< Set-Cookie: ***\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("< X-Echo: ***\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("<string>*** is wrong</string>", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("ann:hunter2")), run.Error, StringComparison.Ordinal);
        Assert.Equal("hunter2 is wrong\n", run.Output);
    }

    [Fact]
    public async Task Verbose_WithAToken_ShowsItNowhere()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));

        var run = await new ToolWorld { Variables = { ["NEARCALL_TOKEN"] = "abc.def" } }.RunAsync("call", server.Url, "m", "-v");

        Assert.Contains("> Authorization: Bearer ***\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("abc.def", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("Bugzilla_password")]
    [InlineData("api_key")]
    [InlineData("Secret")]
    [InlineData("session_id")]
    public async Task Verbose_MemberWithASecretName_IsMasked(string name)
    {
        await using var server = EchoServer.Start();

        var run = await ToolRun.RunAsync("call", server.Url, "m", $$"""json:{"{{name}}": "hunter2", "user": "ann"}""", "-v");

        Assert.DoesNotContain("hunter2", run.Error, StringComparison.Ordinal);
        Assert.Contains($"<name>{name}</name><value>***</value>", run.Error, StringComparison.Ordinal);
        Assert.Contains("<string>ann</string>", run.Error, StringComparison.Ordinal);
        Assert.Contains("hunter2", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_QueryWithASecretName_IsMasked()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));

        var run = await ToolRun.RunAsync("call", server.Url + "?db=main&session-key=hunter2&token=hunter3", "m", "-v");

        Assert.Contains("> POST /RPC2?db=main&session-key=***&token=*** HTTP/1.1\n", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("?db=main&session-key=hunter2&token=hunter3 HTTP/1.1", server.Request.Line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Verbose_CompressedAnswer_IsShownAsText(string encoding)
    {
        var body = StubReply.Compress(encoding, Answers.Five);
        await using var server = new StubServer(StubReply.Of("200 OK", body, $"Content-Encoding: {encoding}\r\n"));

        var run = await ToolRun.RunAsync("call", server.Url, "m", "-v");

        Assert.Equal("5\n", run.Output);
        Assert.Contains($"< {Answers.Five}\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_BodyThatIsNotCompressedAtAll_IsCountedOnly()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five, "Content-Type: text/xml\r\nContent-Encoding: gzip\r\n"));

        var run = await ToolRun.RunAsync("call", server.Url, "m", "-v");

        Assert.Equal(ExitCode.NoAnswer, run.Code);
        var remark = FormattableString.Invariant($"< [{Answers.Five.Length} bytes that are no gzip]\n");
        Assert.Contains(remark, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_HugeAnswer_IsCut()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of(new string('x', 2_000_000))));

        var run = await ToolRun.RunAsync("call", server.Url, "m", "-v");

        Assert.Equal(2_000_001, run.Output.Length);
        Assert.InRange(run.Error.Length, 1_000_000, 1_100_000);
        Assert.EndsWith("\n< [cut here, after 1048576 bytes]\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_ControlCharacters_AreEscaped()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of("a\u001B[31mb\u009B"), "X-Odd: \u009B\r\n"));

        var run = await ToolRun.RunAsync("call", server.Url, "m", "-v");

        Assert.Contains("<value>a\\u001B[31mb\\u009B</value>", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Error, character => char.IsControl(character) && character != '\n');
    }

    [Fact]
    public async Task Verbose_AnswerThatBreaksOff_IsShownAsFarAsItCame()
    {
        await using var server = new StubServer(StubReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<?xml half"));

        var run = await ToolRun.RunAsync("call", server.Url, "m", "-v");

        Assert.Contains("< <?xml half\nnearcall: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_OldEncoding_IsShownReadably()
    {
        var body = Encoding.Latin1.GetBytes(Answers.Of("caf\u00E9").Replace("utf-8", "iso-8859-1", StringComparison.Ordinal));
        await using var server = new StubServer(StubReply.Of("200 OK", body));

        var run = await ToolRun.RunAsync("call", server.Url, "m", "-v");

        Assert.Equal("caf\u00E9\n", run.Output);
        Assert.Contains("<value>caf\u00E9</value>", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_SeveralCalls_AreAllShown()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of(Answers.Array())));

        var run = await ToolRun.RunAsync("describe", server.Url, "m", "-v");

        Assert.Equal(2, run.Error.Split('\n').Count(line => line == "> POST /RPC2 HTTP/1.1"));
    }
}
