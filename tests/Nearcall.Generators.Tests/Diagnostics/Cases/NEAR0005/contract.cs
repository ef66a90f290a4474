// NEAR0005: 'order' of 'IShop.Order(Order)' has no XML-RPC form: at Order.Lines[].Extra, 'object' can be anything: use XmlRpcValue, or name a converter with [XmlRpcConverter]
// NEAR0005: 'done' of 'IShop.Watch(Action)' has no XML-RPC form: a delegate cannot travel
// NEAR0005: The result of 'IShop.Pause()' has no XML-RPC form: a TimeSpan has no form of its own: name one by a converter, such as [XmlRpcConverter(typeof(XmlRpcTimeSpanSecondsConverter))]
// NEAR0005: 'count' of 'IShop.Take(ref int)' has no XML-RPC form: it is passed by reference, and only the result of a call comes back; pass the value
// NEAR0005: 'context' of 'IShop.Who(XmlRpcCallContext)' has no XML-RPC form: only a server could fill 'XmlRpcCallContext' in, and clients call through the interface; take it in a method of a class
// NEAR0005: The result of 'Shop.Everything()' has no XML-RPC form: at List<Dictionary<int, string>>[], the keys of a dictionary are names of members: use string, not 'int'
using Nearcall;

[XmlRpcService]
public partial interface IShop
{
    void Order(Order [|order|]);

    void Watch(Action [|done|]);

    [|TimeSpan|] Pause();

    void Take(ref int [|count|]);

    void Who(XmlRpcCallContext [|context|]);
}

public record Order(string Customer, List<Line> Lines);

public record Line(string Article, object Extra);

[XmlRpcService]
public partial class Shop
{
    [XmlRpcMethod]
    public [|List<Dictionary<int, string>>|] Everything() => [];

    [XmlRpcMethod]
    public void Who(XmlRpcCallContext context, Microsoft.AspNetCore.Http.HttpContext http)
    {
    }
}
