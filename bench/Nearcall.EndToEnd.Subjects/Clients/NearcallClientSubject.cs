namespace Nearcall.EndToEnd.Subjects.Clients;

/// <summary>Nearcall's client, through a contract.</summary>
internal sealed class NearcallClientSubject(XmlRpcClient client) : ClientSubject
{
    private readonly ICalculator _calculator = client.As<ICalculator>();

    public override Task CallAsync() => _calculator.AddAsync(10, 5);

    public override void Dispose() => client.Dispose();
}
