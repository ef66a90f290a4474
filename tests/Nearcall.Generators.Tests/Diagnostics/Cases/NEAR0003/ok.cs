using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    int Add(int a, int b);
}

[XmlRpcService]
public partial class Calculator : ICalculator
{
    public event Action? Changed;

    public int Count { get; private set; }

    [XmlRpcMethod]
    internal void Reset()
    {
        Count = 0;
        Changed?.Invoke();
    }

    int ICalculator.Add(int a, int b) => a + b;

    private T Echo<T>(T value) => value;
}
