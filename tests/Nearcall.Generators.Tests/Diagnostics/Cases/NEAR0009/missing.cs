// NEAR0009: 'ICalculator.AddAsync(int, int)' cannot be cancelled: add 'CancellationToken cancellationToken = default' as its last parameter
// NEAR0009: 'ICalculator.SumAsync(params int[])' cannot be cancelled: add 'CancellationToken cancellationToken = default' as its last parameter
// NEAR0009: 'ICalculator.Count()' cannot be cancelled: add 'CancellationToken cancellationToken = default' as its last parameter
using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    Task<int> [|AddAsync|](int a, int b);

    ValueTask<int> [|SumAsync|](params int[] numbers);

    [XmlRpcMethod(Idempotent = true)]
    IAsyncEnumerable<int> [|Count|]();
}

public class Calculator : ICalculator
{
    public Task<int> AddAsync(int a, int b) => Task.FromResult(a + b);

    public ValueTask<int> SumAsync(params int[] numbers) => new(numbers.Sum());

    public async IAsyncEnumerable<int> Count()
    {
        await Task.Yield();
        yield return 1;
    }
}
