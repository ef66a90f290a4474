namespace Nearcall.EndToEnd.Subjects.Clients;

[XmlRpcService]
internal partial interface ICalculator
{
    [XmlRpcMethod("add")] Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);
}
