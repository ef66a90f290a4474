namespace Nearcall.Generators.Tests.Running;

/// <summary>Whole contracts, from the client's method over the wire to the server's and back.</summary>
public sealed class RunningTests : IDisposable
{
    private readonly Desk _desk = new();
    private readonly Loop<Desk> _loop;
    private readonly IDesk _client;

    public RunningTests()
    {
        _loop = new Loop<Desk>(_desk);
        _client = _loop.CreateClient().As<IDesk>();
    }

    [Fact]
    public void Call_WithDefaults_SendsThemAll()
    {
        Assert.Equal(new Ticket(7, "Paper", Urgency.High), _client.Open("Paper"));
        Assert.Contains("<int>1</int>", _loop.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<param><value><int>0</int></value></param>")]
    public async Task Call_WithFewerArguments_TakesTheDefaults(string more)
    {
        using var client = _loop.CreateClient();
        var arguments = more.Length == 0 ? new XmlRpcValue[] { "Paper" } : ["Paper", 0];

        var ticket = await client.CallAsync<Ticket>("desk.open", arguments);

        Assert.Equal(new Ticket(7, "Paper", more.Length == 0 ? Urgency.High : Urgency.Low), ticket);
    }

    [Fact]
    public async Task Call_BothForms_ReachTheAsynchronousMethod()
    {
        Assert.Equal("Printer", (await _client.FindAsync(1, TestContext.Current.CancellationToken)).Title);
        Assert.Single(Describe<Desk>().Methods, method => method.Name == "desk.find");
    }

    [Fact]
    public async Task Fault_OfAMappedException_IsThatException()
    {
        var exception = await Assert.ThrowsAsync<NoTicketException>(() => _client.FindAsync(2, TestContext.Current.CancellationToken));

        Assert.Equal("There is no ticket 2.", exception.Message);
    }

    [Fact]
    public async Task Fault_OfATriedCall_IsData()
    {
        Assert.Equal(404, (await _client.TryFindAsync(2, TestContext.Current.CancellationToken)).Fault!.Code);
        Assert.Equal(1, (await _client.TryFindAsync(1, TestContext.Current.CancellationToken)).Value.Id);
    }

    [Fact]
    public void Params_OfAnyNumber_AreArguments()
    {
        Assert.Equal(2, _client.Count("1", 1, 2, 12));
        Assert.Equal(0, _client.Count("1"));
        Assert.DoesNotContain("<array>", _loop.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StructStyle_SendsOneStruct_WithoutWhatIsOmitted()
    {
        Assert.Equal("ink - 20 True", await _client.SearchAsync("ink", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("<name>q</name>", _loop.Sent, StringComparison.Ordinal);
        Assert.DoesNotContain("owner", _loop.Sent, StringComparison.Ordinal);
        Assert.Equal("ink Ann 5 True", await _client.SearchAsync("ink", "Ann", 5, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task StructStyle_WithoutARequiredMember_IsRefused()
    {
        using var client = _loop.CreateClient();

        var exception = await Assert.ThrowsAsync<XmlRpcFaultException>(
            () => client.CallAsync<string>("desk.search", new XmlRpcStruct { ["limit"] = 1 }));

        Assert.Contains("'q'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_None_IsWhateverComes()
    {
        await _client.CloseAsync(3, TestContext.Current.CancellationToken);

        Assert.Equal([3], _desk.Closed);
    }

    [Fact]
    public void Result_WithTheHabitOfAPeer_IsReadByIt()
    {
        Assert.Null(_client.Owner(2));
        Assert.Equal("Ann", _client.Owner(1));
    }

    [Fact]
    public void Description_OfTheClass_IsThatOfTheInterface()
    {
        var open = Describe<Desk>().Methods.Single(method => method.Name == "desk.open");

        Assert.Equal("Opens a ticket.", open.Help);
        Assert.Equal([false, true, true], open.Parameters.Select(parameter => parameter.IsOptional));
        Assert.Equal(Describe<IDesk>().Methods.Select(method => method.Name), Describe<Desk>().Methods.Select(method => method.Name));
    }

    public void Dispose() => _loop.Dispose();

    private static XmlRpcService<T> Describe<T>()
        where T : class, IXmlRpcServiceContract<T> => T.Describe();
}
