// NEAR0007: 'order' of 'IShop.Put(Order)' would lose a part: at Order.Address, 'Customer' is the name of 'Customer' on the wire already: give it another with [XmlRpcMember("…")]
// NEAR0007: The result of 'IShop.State()' would lose a part: at State.Closed, 'done' is the name of 'Done' on the wire already: give it another with [XmlRpcMember("…")]
using Nearcall;

[XmlRpcService]
public partial interface IShop
{
    void Put(Order [|order|]);

    [|State|] State();
}

public record Order(string Customer, [XmlRpcMember("Customer")] string Address);

[XmlRpcEnum(XmlRpcEnumForm.Name, Naming = XmlRpcNaming.SnakeCase)]
public enum State
{
    Done,

    [XmlRpcMember("done")]
    Closed,
}
