namespace Nearcall.Client.Tests.Contracts;

/// <summary>A contract of every form of call, with the part that the compiler writes written by hand.</summary>
public interface ICalculator : IXmlRpcClientContract<ICalculator>
{
    static ICalculator IXmlRpcClientContract<ICalculator>.CreateClient(XmlRpcCaller caller) => new CalculatorClient(caller);

    public int Add(int a, int b);

    public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);

    public Task<XmlRpcResult<int>> DivideAsync(int a, int b, CancellationToken cancellationToken = default);

    public XmlRpcResult<int> Divide(int a, int b);

    public void Reset();

    public Task ResetAsync(CancellationToken cancellationToken = default);

    public Task<int> WithdrawAsync(int amount);

    public int Withdraw(int amount);

    public Task<int> HurryAsync(CancellationToken cancellationToken = default);

    public Task<int> LookAsync(CancellationToken cancellationToken = default);
}
