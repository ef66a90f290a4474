namespace Nearcall.Client.Tests.Contracts;

/// <summary>A contract with every form of call.</summary>
[XmlRpcService]
public partial interface ICalculator
{
    [XmlRpcMethod("add")]
    public int Add(int a, int b);

    [XmlRpcMethod("add")]
    public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);

    [XmlRpcMethod("divide")]
    public XmlRpcResult<int> Divide(int a, int b);

    [XmlRpcMethod("divide")]
    public Task<XmlRpcResult<int>> DivideAsync(int a, int b, CancellationToken cancellationToken = default);

    [XmlRpcMethod("reset")]
    public void Reset();

    [XmlRpcMethod("reset")]
    public Task ResetAsync(CancellationToken cancellationToken = default);

    [XmlRpcMethod("withdraw")]
    public int Withdraw(int amount);

    [XmlRpcMethod("withdraw")]
    public Task<int> WithdrawAsync(int amount, CancellationToken cancellationToken = default);

    [XmlRpcMethod("hurry", TimeoutMilliseconds = 2000)]
    public Task<int> HurryAsync(CancellationToken cancellationToken = default);

    [XmlRpcMethod("look", Idempotent = true)]
    public ValueTask<int> LookAsync(CancellationToken cancellationToken = default);
}
