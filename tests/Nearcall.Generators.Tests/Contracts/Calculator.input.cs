using Nearcall;

namespace Demo.Calculators;

[XmlRpcService]
public partial interface ICalculator
{
    /// <summary>Adds two numbers.</summary>
    [XmlRpcMethod("add", Idempotent = true)]
    int Add(int a, int b);

    [XmlRpcMethod("add", Idempotent = true)]
    Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);

    [XmlRpcMethod("reset")]
    Task ResetAsync();
}

[XmlRpcService]
public partial class Calculator : ICalculator
{
    public int Add(int a, int b) => checked(a + b);

    public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default) => Task.FromResult(Add(a, b));

    public Task ResetAsync() => Task.CompletedTask;
}
