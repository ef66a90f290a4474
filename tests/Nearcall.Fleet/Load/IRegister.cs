namespace Nearcall.Fleet.Load;

/// <summary>What the servers of the fleet offer.</summary>
[XmlRpcService]
internal partial interface IRegister
{
    [XmlRpcMethod("add", Idempotent = true)]
    public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);

    [XmlRpcMethod("enter")]
    public Task<int> EnterAsync(int id, CancellationToken cancellationToken = default);
}
