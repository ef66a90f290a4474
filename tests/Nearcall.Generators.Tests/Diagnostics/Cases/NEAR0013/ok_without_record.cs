using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    int Add(int a, int b);
}
