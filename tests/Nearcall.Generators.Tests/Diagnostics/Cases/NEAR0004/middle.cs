// NEAR0004: The cancellation token 'token' of 'ICalculator.AddAsync(int, CancellationToken, int)' is not last: move it to the end
// NEAR0004: The cancellation token 'token' of 'ICalculator.Sum(CancellationToken, string, params int[])' is not last: move it to the end
// NEAR0004: The cancellation token 'token' of 'ICalculator.Multiply(int, CancellationToken, int)' is not last: move it to the end
using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    Task<int> AddAsync(int a, CancellationToken [|token|], int b);

    int Sum(CancellationToken [|token|], string name, params int[] numbers);

    int Multiply(
        int a, // One.
        CancellationToken [|token|],
        int b = 1);
}

public class Calculator : ICalculator
{
    public Task<int> AddAsync(int a, CancellationToken stop, int b) => Task.FromResult(a + b);

    public int Sum(CancellationToken token, string name, params int[] numbers) => numbers.Sum();

    int ICalculator.Multiply(int a, CancellationToken token, int b) => a * b;
}
