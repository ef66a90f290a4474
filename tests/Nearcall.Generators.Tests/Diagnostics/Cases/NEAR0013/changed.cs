// NEAR0013: The contract 'Demo.ICalculator' differs from what is recorded: 'Demo.ICalculator calc.clear(): void' is gone, which breaks those who call it; keep it, or take the line out
// NEAR0013: The contract 'Demo.ICalculator' differs from what is recorded: 'Demo.ICalculator calc.add(int, int): int' is now 'Demo.ICalculator calc.add(double, double): double', which breaks those who call it; take the change back, or record it
// NEAR0013: The contract 'Demo.ICalculator' differs from what is recorded: 'Demo.ICalculator calc.draw({color: string(Red|Green), next?: Point?, x: int}, optional int): [[int, string]]' is new; record it, once it is what others shall call
// NEAR0013: The contract 'Demo.Gone' differs from what is recorded: there is no such contract, and its method 'Demo.Gone stop(): void' is recorded; keep it, or take the line out
using Nearcall;

namespace Demo;

[XmlRpcService("calc")]
public partial interface [|ICalculator|]
{
    [XmlRpcMethod("add")]
    double [|Add|](double a, double b);

    [XmlRpcMethod("sum")]
    int Sum(params int[] numbers);

    [XmlRpcMethod("draw")]
    List<(int, string)> [|Draw|](Point point, int width = 1);
}

[XmlRpcStruct(Naming = XmlRpcNaming.CamelCase)]
public record Point(int X, Color Color, [XmlRpcMember(Omit = XmlRpcOmission.WhenNull)] Point? Next);

[XmlRpcEnum(XmlRpcEnumForm.Name)]
public enum Color
{
    Red,
    Green,
}
