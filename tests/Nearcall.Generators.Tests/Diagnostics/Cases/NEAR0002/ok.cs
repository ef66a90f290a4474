using Nearcall;

[XmlRpcService]
public partial interface IAll
{
    void A();

    int B();

    Task C(CancellationToken cancellationToken = default);

    Task<int> D(CancellationToken cancellationToken = default);

    ValueTask E(CancellationToken cancellationToken = default);

    ValueTask<int> F(CancellationToken cancellationToken = default);

    XmlRpcResult<int> G();

    Task<XmlRpcResult<int>> H(CancellationToken cancellationToken = default);

    ValueTask<XmlRpcResult<string>> I(CancellationToken cancellationToken = default);

    IAsyncEnumerable<int> J(CancellationToken cancellationToken = default);

    Task<Stream> K(CancellationToken cancellationToken = default);

    ValueTask<Stream> L(CancellationToken cancellationToken = default);
}

public interface INoContract
{
    Task<Task<int>> Wait();
}
