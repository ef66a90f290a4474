using Nearcall.Client.Tests.Infrastructure;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Arguments;

/// <summary>What arguments become on the wire.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("10", "<int>10</int>")]
    [InlineData("-5", "<int>-5</int>")]
    [InlineData("0", "<int>0</int>")]
    [InlineData("2147483647", "<int>2147483647</int>")]
    [InlineData("2147483648", "<i8>2147483648</i8>")]
    [InlineData("5000000000", "<i8>5000000000</i8>")]
    [InlineData("-9223372036854775808", "<i8>-9223372036854775808</i8>")]
    [InlineData("2.5", "<double>2.5</double>")]
    [InlineData("-2.5", "<double>-2.5</double>")]
    [InlineData("2.0", "<double>2.0</double>")]
    [InlineData(".5", "<double>0.5</double>")]
    [InlineData("-.5", "<double>-0.5</double>")]
    [InlineData("2.5e-1", "<double>0.25</double>")]
    [InlineData("true", "<boolean>1</boolean>")]
    [InlineData("false", "<boolean>0</boolean>")]
    [InlineData("nil", "<nil/>")]
    public async Task Shape_OfAScalar_IsItsType(string word, string element) => Assert.Equal(element, await SentAsync(word));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("hello")]
    [InlineData("007")]
    [InlineData("-007")]
    [InlineData("00.5")]
    [InlineData("+49")]
    [InlineData("1.2.3")]
    [InlineData("1e3")]
    [InlineData("5.")]
    [InlineData("0x10")]
    [InlineData("10 ")]
    [InlineData("10\n")]
    [InlineData("1,5")]
    [InlineData("True")]
    [InlineData("Nil")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-")]
    [InlineData("@home")]
    [InlineData("/h")]
    [InlineData("/?")]
    [InlineData("[diagram]")]
    [InlineData("http://example.com/")]
    [InlineData("note: text")]
    [InlineData("S:x")]
    [InlineData("{\"a\":1}")]
    [InlineData("call")]
    [InlineData("\u00E9\U0001F600")]
    public async Task Shape_OfAnythingElse_IsString(string word) => Assert.Equal($"<string>{word}</string>", await SentAsync(word));

    [Theory]
    [InlineData("s:10", "<string>10</string>")]
    [InlineData("s:", "<string></string>")]
    [InlineData("s:s:x", "<string>s:x</string>")]
    [InlineData("s:--json", "<string>--json</string>")]
    [InlineData("i:7", "<int>7</int>")]
    [InlineData("i:+007", "<int>7</int>")]
    [InlineData("int:-7", "<int>-7</int>")]
    [InlineData("i8:7", "<i8>7</i8>")]
    [InlineData("d:7", "<double>7.0</double>")]
    [InlineData("d:1e3", "<double>1000.0</double>")]
    [InlineData("b:1", "<boolean>1</boolean>")]
    [InlineData("b:true", "<boolean>1</boolean>")]
    [InlineData("b:0", "<boolean>0</boolean>")]
    [InlineData("b:false", "<boolean>0</boolean>")]
    [InlineData("date:19980717T14:08:55", "<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>")]
    [InlineData("date:1998-07-17T14:08:55", "<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>")]
    [InlineData("date:1998-07-17 14:08:55", "<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>")]
    [InlineData("date:1998-07-17", "<dateTime.iso8601>19980717T00:00:00</dateTime.iso8601>")]
    [InlineData("b64:aGVsbG8=", "<base64>aGVsbG8=</base64>")]
    [InlineData("b64:", "<base64></base64>")]
    [InlineData("nil:", "<nil/>")]
    public async Task Prefix_OfAScalar_IsItsType(string word, string element) => Assert.Equal(element, await SentAsync(word));

    [Theory]
    [InlineData("99999999999999999999", "too large for an i8")]
    [InlineData("1.5e400", "too large for a double")]
    [InlineData("i:5000000000", "from -2147483648 to 2147483647")]
    [InlineData("i:", "whole number")]
    [InlineData("i:1.0", "whole number")]
    [InlineData("i: 1", "whole number")]
    [InlineData("int:x", "whole number")]
    [InlineData("i8:99999999999999999999", "whole number")]
    [InlineData("d:NaN", "finite number")]
    [InlineData("d:Infinity", "finite number")]
    [InlineData("d:1e400", "finite number")]
    [InlineData("d:1,5", "finite number")]
    [InlineData("b:yes", "true, false, 1 or 0")]
    [InlineData("date:tomorrow", "without a zone")]
    [InlineData("date:1998-07-17T14:08:55Z", "without a zone")]
    [InlineData("date:1998-02-30", "without a zone")]
    [InlineData("b64:hello", "base64")]
    [InlineData("nil:x", "no content")]
    [InlineData("json:", "JSON")]
    [InlineData("json:{a", "JSON")]
    [InlineData("json:{\"a\":1,\"a\":2}", "JSON")]
    [InlineData("json:[1,]", "JSON")]
    [InlineData("json:[99999999999999999999]", "too large for an i8")]
    [InlineData("json:[1e400]", "too large for a double")]
    [InlineData("json:[\"\\ud800\"]", "half a character")]
    public async Task Argument_ThatCannotBeRead_IsRefusedWithAdvice(string word, string reason)
    {
        var run = await ToolRun.RunAsync("call", ClosedPort.Url(), "echo", word);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(reason, run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("s:", run.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Argument_ThatIsLong_IsShortenedInTheMessage()
    {
        var run = await ToolRun.RunAsync("call", ClosedPort.Url(), "echo", "json:{" + new string('x', 10_000));

        Assert.InRange(run.ErrorLine.Length, 1, 400);
    }

    [Fact]
    public async Task Arguments_BehindTwoHyphens_AreNoOptions()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));

        var run = await ToolRun.RunAsync("call", server.Url, "m", "--", "-5", "--json", "-x", "--");

        Assert.Equal("5\n", run.Output);
        Assert.Contains("<value><int>-5</int></value>", server.Request.Text, StringComparison.Ordinal);
        Assert.Contains("<value><string>--json</string></value>", server.Request.Text, StringComparison.Ordinal);
        Assert.Contains("<value><string>-x</string></value>", server.Request.Text, StringComparison.Ordinal);
        Assert.Contains("<value><string>--</string></value>", server.Request.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_Several_KeepTheirOrderAroundOptions()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));

        var run = await ToolRun.RunAsync("call", "--timeout", "60", server.Url, "m", "1", "--json", "true", "-v", "-3");

        Assert.Equal(ExitCode.Answer, run.Code);
        Assert.Contains(
            "<params><param><value><int>1</int></value></param><param><value><boolean>1</boolean></value></param>"
            + "<param><value><int>-3</int></value></param></params>",
            server.Request.Text,
            StringComparison.Ordinal);
    }

    private static async Task<string> SentAsync(string word)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));

        var run = await ToolRun.RunAsync("call", server.Url, "echo", word);

        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Answer, run.Code);
        var text = server.Request.Text;
        var start = text.IndexOf("<value>", StringComparison.Ordinal) + "<value>".Length;
        return System.Net.WebUtility.HtmlDecode(text[start..text.LastIndexOf("</value>", StringComparison.Ordinal)]);
    }
}
