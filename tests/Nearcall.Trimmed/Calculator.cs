using Nearcall.Trimmed.Contracts;

namespace Nearcall.Trimmed;

[XmlRpcService]
internal sealed partial class Calculator : ICalculator
{
    public int Add(int a, int b) => checked(a + b);

    public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken) => Task.FromResult(Add(a, b));

    public ValueTask<int> SubtractAsync(int a, int b, CancellationToken cancellationToken) => new(checked(a - b));

    public XmlRpcResult<int> Multiply(int a, int b) => new(checked(a * b));

    public double Divide(double a, double b) => b != 0 ? a / b : throw new DivisionByZeroException("Division by zero");
}
