using System.Globalization;
using Nearcall.Client.Tests.Infrastructure;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Output;

/// <summary>No culture changes what is read and printed.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public async Task Culture_OfTheUser_ChangesNothing(string culture)
    {
        await using var server = EchoServer.Start();
        await using var faulty = new StubServer(StubReply.Ok(
            $"{Answers.Prolog}<methodResponse><fault><value>{Answers.FaultStruct(-32601, "No")}</value></fault></methodResponse>"));
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new CultureInfo(culture), new CultureInfo(culture));

            Assert.Equal("-2.5\n", (await ToolRun.RunAsync("call", server.Url, "m", "-2.5", "--timeout", "60.5")).Output);
            Assert.Equal("-5\n", (await ToolRun.RunAsync("call", server.Url, "m", "-5", "--json")).Output);
            Assert.Equal("19980717T14:08:55\n", (await ToolRun.RunAsync("call", server.Url, "m", "date:1998-07-17T14:08:55")).Output);
            Assert.Equal("fault -32601: No\n", (await ToolRun.RunAsync("call", faulty.Url, "m")).Error);
            Assert.Equal(
                "{\"faultCode\": -32601, \"faultString\": \"No\"}\n", (await ToolRun.RunAsync("call", faulty.Url, "m", "--json")).Error);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
