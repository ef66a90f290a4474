using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    int Add(int a, int b);

    Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);

    [XmlRpcMethod(Idempotent = true)]
    Dictionary<string, bool> Find(XmlRpcValue value, [XmlRpcNil(XmlRpcNilForm.False)] string? name);
}

[XmlRpcService]
public partial class Calculator : ICalculator
{
    public int Add(int a, int b) => a + b;

    public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken) => Task.FromResult(a + b);

    public Dictionary<string, bool> Find(XmlRpcValue value, string? name) => [];
}
