using System.Text;
using System.Text.RegularExpressions;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Endurance;

/// <summary>The calculator's server lives through whatever the internet sends.</summary>
public sealed partial class EnduranceTests
{
    private const int Connections = 4;
    private const int RequestsEach = 25_000;

    [Fact]
    public async Task Serve_AHundredThousandMixedRequests_AnswersEachAndGoesOn()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await Sample.RpcServer.StartAsync("--port", "0");
        var url = await server.WaitForUrlAsync(cancellationToken);

        var logged = CountLogAsync(server, cancellationToken);
        var answered = await Task.WhenAll(Enumerable.Range(0, Connections).Select(i => SendAsync(new Uri(url), i, cancellationToken)));

        Assert.InRange(answered.Sum(), Connections * RequestsEach * 9 / 10, Connections * RequestsEach);
        FiveLines.AssertPrinted(await PythonPeer.RunAsync("origin_client.py", cancellationToken, url));
        FiveLines.AssertPrinted(await Sample.RpcClient.RunAsync(cancellationToken, url));
        Assert.InRange(server.WorkingSet, 0, 500L << 20);
        Assert.Equal(0, await server.InterruptAsync(15, cancellationToken));
        server.AssertNoErrors();
        Assert.Equal(answered.Sum() + 10, await logged);
    }

    /// <summary>Sends requests one after the other and counts those that were answered by the application.</summary>
    private static async Task<int> SendAsync(Uri server, int seed, CancellationToken cancellationToken)
    {
        var requests = new RequestMix(seed);
        var answered = 0;
        using var connection = new HttpConnection(server);
        for (var i = 0; i < RequestsEach; i++)
        {
            var request = requests.Next();
            if (request.Status == 0)
            {
                await connection.SendUnansweredAsync(request.Octets, cancellationToken);
                connection.Close();
                continue;
            }

            var reply = await connection.SendAsync(request.Octets, cancellationToken);
            Check(request, reply);
            answered += request.Octets.AsSpan().IndexOf("Host: "u8) >= 0 ? 1 : 0;
        }

        return answered;
    }

    private static void Check(MixedRequest request, HttpReply reply)
    {
        var body = Encoding.UTF8.GetString(reply.Body);
        Assert.True(request.Status == reply.Status, $"{reply.Status} {body}\nfor\n{Encoding.UTF8.GetString(request.Octets)}");
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        if (reply.Status != 200)
        {
            return;
        }

        var answer = XmlRpcMethodResponse.Read(reply.Body);
        if (request.FaultCode is { } code)
        {
            Assert.Equal(code, answer.Fault?.Code);
        }
        else if (request.Result is { } result)
        {
            Assert.Equal(result, answer.Value.AsInt32());
        }
    }

    /// <summary>Counts the lines of the request log, without those of requests that broke off, until the server ends.</summary>
    private static async Task<int> CountLogAsync(RunningProgram server, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var line in server.Lines.ReadAllAsync(cancellationToken))
        {
            Assert.Matches(LogLine(), line);
            count += line.Contains("?cut", StringComparison.Ordinal) ? 0 : 1;
        }

        return count;
    }

    [GeneratedRegex("""^127\.0\.0\.1 - - \[[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4} [0-9:]{8}\] "[A-Z]+ /[^ ]* HTTP/1\.1" [0-9]{3} -$""")]
    private static partial Regex LogLine();
}
