using Nearcall;

[XmlRpcService]
internal partial interface ICalculator
{
    int Add(int a, int b);
}

public partial class Outer
{
    [XmlRpcService]
    protected internal partial class Calculator : ICalculator
    {
        public int Add(int a, int b) => a + b;
    }
}

public interface IStore<T>
{
    void Put(T item);
}
