using Nearcall;

[XmlRpcService("calculator")]
public partial interface ICalculator
{
    [XmlRpcMethod("add")]
    int Add(int a, int b);

    [XmlRpcMethod("add")]
    Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);

    [XmlRpcMethod("add")]
    int AddThree(int a, int b, int c);

    [XmlRpcMethod("add")]
    double AddFractions(double a, double b);

    void Put(string text);

    void Put(byte[] octets);

    void Put(IReadOnlyList<string> texts);

    void Put(Dictionary<string, int> numbers);
}

[XmlRpcService]
public partial class Calculator : ICalculator
{
    public int Add(int a, int b) => a + b;

    public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken) => Task.FromResult(a + b);

    public int AddThree(int a, int b, int c) => a + b + c;

    public double AddFractions(double a, double b) => a + b;

    public void Put(string text)
    {
    }

    public void Put(byte[] octets)
    {
    }

    public void Put(IReadOnlyList<string> texts)
    {
    }

    public void Put(Dictionary<string, int> numbers)
    {
    }

    [XmlRpcMethod("sub")]
    public int Subtract(int a, int b) => a - b;
}
