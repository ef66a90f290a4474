// NEAR0006: 'IBase.Add(int)' and 'IDerived.Add(short)' are both called 'Add' and take a call with 1 argument alike: give one of them another name with [XmlRpcMethod("…")]
// NEAR0006: 'ILeft.Go()' and 'IRight.Go()' are both called 'Go' and take a call with no arguments alike: give one of them another name with [XmlRpcMethod("…")]
using Nearcall;

[XmlRpcService]
public partial interface IBase
{
    void Add(int a);
}

[XmlRpcService]
public partial interface IDerived : IBase
{
    void [|Add|](short a);
}

[XmlRpcService]
public partial interface ILeft
{
    void Go();
}

[XmlRpcService]
public partial interface IRight
{
    void Go();
}

[XmlRpcService]
public partial interface [|IBoth|] : ILeft, IRight
{
}
