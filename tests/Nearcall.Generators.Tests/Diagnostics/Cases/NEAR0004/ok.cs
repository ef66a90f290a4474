using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);

    Task<int> SumAsync(CancellationToken cancellationToken, params int[] numbers);

    int Add(int a, int b);
}

public class Other
{
    public void Run(CancellationToken cancellationToken, int a)
    {
    }
}
