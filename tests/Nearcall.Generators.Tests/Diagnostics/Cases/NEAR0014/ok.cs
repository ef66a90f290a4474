using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    int Add(int a, int b);
}

public class Plain : ICalculator
{
    public int Add(int a, int b) => a + b;
}
