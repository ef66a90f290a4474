// NEAR0006: 'ICalculator.Add(int, int)' and 'ICalculator.Sum(int, int)' are both called 'add' and take a call with 2 arguments alike: give one of them another name with [XmlRpcMethod("…")]
// NEAR0006: 'ICalculator.Join(string)' and 'ICalculator.Join(Guid)' are both called 'Join' and take a call with 1 argument alike: give one of them another name with [XmlRpcMethod("…")]
// NEAR0006: 'ICalculator.Clear()' and 'ICalculator.Clear(bool)' are both called 'Clear' and take a call with no arguments alike: give one of them another name with [XmlRpcMethod("…")]
using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    [XmlRpcMethod("add")]
    int Add(int a, int b);

    [XmlRpcMethod("add")]
    int [|Sum|](int a, int b);

    void Join(string text);

    void [|Join|](Guid id);

    void Clear();

    void [|Clear|](bool all = false);
}
