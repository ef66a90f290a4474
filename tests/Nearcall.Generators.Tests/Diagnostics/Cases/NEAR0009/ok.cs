using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    int Add(int a, int b);

    Task<int> AddAsync(int a, int b, CancellationToken cancellationToken);
}

[XmlRpcService]
public partial class Server
{
    [XmlRpcMethod]
    public Task StopAsync() => Task.CompletedTask;
}
