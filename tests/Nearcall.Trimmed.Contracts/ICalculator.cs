namespace Nearcall.Trimmed.Contracts;

/// <summary>What server and client share. This assembly knows neither of them.</summary>
[XmlRpcService]
public partial interface ICalculator
{
    /// <summary>Adds two numbers.</summary>
    [XmlRpcMethod("add", Idempotent = true)]
    public int Add(int a, int b);

    /// <summary>Adds two numbers.</summary>
    [XmlRpcMethod("add", Idempotent = true)]
    public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);

    [XmlRpcMethod("subtract")]
    public ValueTask<int> SubtractAsync(int a, int b, CancellationToken cancellationToken = default);

    [XmlRpcMethod("multiply")]
    public XmlRpcResult<int> Multiply(int a, int b);

    [XmlRpcMethod("divide")]
    public double Divide(double a, double b);
}
