using System.Net;
using Nearcall.Client.Tests.Contracts;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>What goes wrong with a whole batch reaches every caller as its own; what goes wrong with one outcome reaches one.</summary>
public sealed class BatchFailureTests
{
    [Fact]
    public async Task Transport_Broken_ReachesEveryCallerAsItsOwn()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var (calls, batch) = await GatherAsync(server, client, 3);

        batch.Break();

        var exceptions = await Task.WhenAll(calls.Select(call => Assert.ThrowsAsync<XmlRpcTransportException>(() => call)));
        Assert.Equal(3, exceptions.Distinct().Count());
        Assert.Single(exceptions.Select(exception => exception.InnerException).Distinct());
        Assert.All(exceptions, exception =>
        {
            Assert.True(exception.MayHaveBeenExecuted);
            Assert.Equal(new Uri("http://host/"), exception.Endpoint);
            Assert.Equal("http://host/ closed the connection without an answer. The call may have been executed.", exception.Message);
        });
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Transport_Status_IsThatOfEveryCall()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var (calls, batch) = await GatherAsync(server, client, 2);

        batch.AnswerStatus(HttpStatusCode.ServiceUnavailable);

        foreach (var call in calls)
        {
            var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => call);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.StatusCode);
            Assert.Equal("no", exception.BodyText);
        }
    }

    [Theory]
    [InlineData("<array><data></data></array>")]
    [InlineData("<array><data><value><array><data><value><int>0</int></value></data></array></value></data></array>")]
    [InlineData("<array><data><value><array><data><value><int>0</int></value></data></array></value><value><array><data><value><int>0</int></value></data></array></value><value><array><data><value><int>0</int></value></data></array></value></data></array>")]
    [InlineData("<int>5</int>")]
    [InlineData("<array><data><value><array><data><value><int>0</int></value></data></array></value><value><int>1</value></data></array>")]
    [Trait("Rule", "R65")]
    public async Task R65_AnswerThatIsNoAnswerToTheBatch_IsBelievedByNobody(string result)
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var (calls, batch) = await GatherAsync(server, client, 2);

        batch.Answer(Answers.Of(result));

        var exceptions = await Task.WhenAll(calls.Select(call => Assert.ThrowsAsync<XmlRpcFormatException>(() => call)));
        Assert.NotSame(exceptions[0], exceptions[1]);
        Assert.Equal(exceptions[0].Message, exceptions[1].Message);
        Assert.Equal(exceptions[0].Rule, exceptions[1].Rule);
    }

    [Fact]
    [Trait("Rule", "R67")]
    public async Task R67_OutcomeOfAnotherType_FailsOnlyItsCallerWithItsPath()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var held = await server.HoldAsync(client);
        var first = client.CallAsync<int>("m");
        var second = client.CallAsync<Dictionary<string, int>[]>("m");
        var third = client.CallAsync<string>("m");
        var fourth = client.CallAsync<int>("m");
        held.Answer();

        (await server.NextAsync()).Answer(Answers.Of(Answers.Array(
            Answers.Array("<int>1</int>"),
            Answers.Array(Answers.Array("<struct><member><name>x</name><value>no number</value></member></struct>")),
            Answers.FaultStruct(7, "no"),
            Answers.Array("<int>4</int>"))));

        Assert.Equal(1, await first);
        Assert.Equal("params[0][1][0][0].x", (await Assert.ThrowsAsync<XmlRpcFormatException>(() => second)).Path);
        Assert.Equal(7, (await Assert.ThrowsAsync<XmlRpcFaultException>(() => third)).Code);
        Assert.Equal(4, await fourth);
    }

    [Fact]
    [Trait("Rule", "R66")]
    public async Task R66_BareResults_AreReadByTheTolerant()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var held = await server.HoldAsync(client);
        var number = client.CallAsync<int>("m");
        var numbers = client.CallAsync<int[]>("m");
        var one = client.CallAsync<int[]>("m");
        held.Answer();

        (await server.NextAsync()).Answer(Answers.Of(Answers.Array(
            "<int>1</int>", Answers.Array("<int>1</int>", "<int>2</int>"), Answers.Array(Answers.Array("<int>3</int>")))));

        Assert.Equal(1, await number);
        Assert.Equal((int[])[1, 2], await numbers);
        Assert.Equal((int[])[3], await one);
    }

    [Fact]
    public async Task Outcome_TooLarge_FailsOnlyItsCaller()
    {
        using var server = new BatchServer();
        using var client = server.Client(more: options => options.Limits = new XmlRpcLimits { MaxBytes = 2000 });
        var (calls, batch) = await GatherAsync(server, client, 4);

        batch.Answer((_, arguments) => (XmlRpcValue)(arguments[0] == 2 ? new string('x', 3000) : arguments[0]));

        Assert.Equal((int[])[0, 1, 3], await Task.WhenAll(calls[0], calls[1], calls[3]));
        var exception = await Assert.ThrowsAsync<XmlRpcFormatException>(() => calls[2]);
        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, exception.FaultCode);
        Assert.Equal("XmlRpcLimits.MaxBytes", exception.Switch);
    }

    [Fact]
    public async Task Outcome_AsDeepAsACallMayAnswer_IsRead()
    {
        using var server = new BatchServer();
        using var client = server.Client(more: options => options.Limits = new XmlRpcLimits { MaxDepth = 2 });
        var held = await server.HoldAsync(client);
        var deep = client.CallAsync<int[][]>("m");
        var flat = client.CallAsync<int[]>("m");
        held.Answer();

        (await server.NextAsync()).Answer(Answers.Of(Answers.Array(
            Answers.Array(Answers.Array(Answers.Array("<int>1</int>"))), Answers.Array(Answers.Array("<int>2</int>")))));

        Assert.Equal(1, (await deep)[0][0]);
        Assert.Equal((int[])[2], await flat);
    }

    [Fact]
    public async Task Answer_TooLargeForAll_ReachesEveryCaller()
    {
        using var server = new BatchServer();
        using var client = server.Client(more: options => options.Limits = new XmlRpcLimits { MaxBytes = 500 });
        var (calls, batch) = await GatherAsync(server, client, 2);

        batch.Answer((_, _) => (XmlRpcValue)new string('x', 900));

        foreach (var call in calls)
        {
            Assert.Equal(XmlRpcFaultCodes.LimitExceeded, (await Assert.ThrowsAsync<XmlRpcFormatException>(() => call)).FaultCode);
        }
    }

    [Fact]
    public async Task Fault_OfTheWhole_IsThatOfEveryCall()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var (calls, batch) = await GatherAsync(server, client, 2);

        batch.AnswerFault(XmlRpcFaultCodes.Busy, "Come again");

        foreach (var call in calls)
        {
            Assert.Equal(XmlRpcFaultCodes.Busy, (await Assert.ThrowsAsync<XmlRpcFaultException>(() => call)).Code);
        }
    }

    [Fact]
    public async Task Retry_IdempotentCalls_AreSentAgainTogetherAndApartFromOthers()
    {
        using var server = new BatchServer();
        using var client = server.Client(more: options => options.Retry = new XmlRpcRetryOptions { BackOff = TimeSpan.Zero });
        var calculator = client.As<ICalculator>();
        var held = await server.HoldAsync(client);
        var looks = new[] { calculator.LookAsync(TestContext.Current.CancellationToken).AsTask(), client.CallAsync<int>("look", new XmlRpcCallOptions { Idempotent = true }) };
        var adds = new[] { calculator.AddAsync(1, 2, TestContext.Current.CancellationToken), client.CallAsync<int>("add", 3, 4) };
        held.Answer();

        var batch = await server.NextAsync();
        Assert.True(batch.IsIdempotent);
        batch.Break();
        var again = await server.NextAsync();
        Assert.Equal(batch.Text, again.Text);
        again.Answer();
        batch = await server.NextAsync();
        Assert.False(batch.IsIdempotent);
        batch.Break();

        foreach (var add in adds)
        {
            Assert.Equal(1, (await Assert.ThrowsAsync<XmlRpcTransportException>(() => add)).Attempts);
        }

        Assert.Equal((int[])[0, 0], await Task.WhenAll(looks));
    }

    [Fact]
    public async Task Retry_AnswerCutShort_IsReadAnewFromTheNext()
    {
        using var server = new BatchServer();
        using var client = server.Client(more: options => options.Retry = new XmlRpcRetryOptions { BackOff = TimeSpan.Zero });
        var idempotent = new XmlRpcCallOptions { Idempotent = true };
        var held = await server.HoldAsync(client);
        var calls = Enumerable.Range(0, 3).Select(i => client.CallAsync<int>("echo", idempotent, i)).ToArray();
        held.Answer();

        var whole = Answers.Of(Answers.Array(Answers.Array("<int>77</int>"), Answers.FaultStruct(7, "no"), Answers.Array("<int>77</int>")));
        (await server.NextAsync()).Answer(whole[..^80]);
        (await server.NextAsync()).Answer();

        Assert.Equal((int[])[0, 1, 2], await Task.WhenAll(calls));
    }

    private static async Task<(Task<int>[] Calls, BatchRequest Batch)> GatherAsync(BatchServer server, XmlRpcClient client, int count)
    {
        var held = await server.HoldAsync(client);
        var calls = Enumerable.Range(0, count).Select(i => client.CallAsync<int>("echo", i)).ToArray();
        held.Answer();
        var batch = await server.NextAsync();
        Assert.Equal(count, batch.Calls.Count);
        return (calls, batch);
    }
}
