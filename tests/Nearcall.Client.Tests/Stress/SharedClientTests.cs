using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests.Stress;

public sealed partial class SharedClientTests
{
    private const int Callers = 1000;
    private const int CallsOfEach = 10;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneClient_ThousandCallersAtOnce_EachGetsItsOwnAnswer()
    {
        await using var server = new StubServer(Echo);
        using var client = new XmlRpcClient(server.Url);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var i = 0; i < CallsOfEach; i++)
            {
                var number = (caller * CallsOfEach) + i;
                if (number % 7 == 0)
                {
                    Assert.Equal(number, (await client.TryCallAsync<int>("fail", Token, number)).Fault!.Code);
                }
                else
                {
                    Assert.Equal(number, await client.CallAsync<int>("echo", Token, number));
                }
            }
        }));

        Assert.Equal(Callers * CallsOfEach, server.Requests.Count);
        // One for the first call of each, one that is kept, and what the framework opens in reserve.
        Assert.InRange(server.Connections, 1, Callers * 4);
    }

    private static StubReply Echo(StubRequest request)
    {
        var number = Number().Match(request.Text).Groups[1].Value;
        return request.Text.Contains("<methodName>fail</methodName>", StringComparison.Ordinal)
            ? StubReply.Ok($"<methodResponse><fault><value>{Answers.FaultStruct(int.Parse(number, CultureInfo.InvariantCulture), "x")}</value></fault></methodResponse>")
            : StubReply.Ok(Answers.Of($"<int>{number}</int>"));
    }

    [GeneratedRegex("<int>([0-9]+)</int>")]
    private static partial Regex Number();
}
