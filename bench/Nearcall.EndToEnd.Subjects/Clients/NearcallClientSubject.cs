namespace Nearcall.EndToEnd.Subjects.Clients;

/// <summary>Nearcall's client, through a contract.</summary>
internal sealed class NearcallClientSubject : ClientSubject
{
    private readonly XmlRpcClient _client;
    private readonly ICalculator _calculator;

    public NearcallClientSubject(Uri url)
    {
        _client = new XmlRpcClient(url);
        _calculator = _client.As<ICalculator>();
    }

    public override Task CallAsync() => _calculator.AddAsync(10, 5);

    public override void Dispose() => _client.Dispose();
}
