// NEAR0003: 'Thing.Hide()' cannot be a remote procedure: the server's side is written outside the class; make it internal or public
// NEAR0003: 'Thing.Echo<T>(T)' cannot be a remote procedure: it has type parameters, and what travels must be known; write one method for each type
using Nearcall;

[XmlRpcService]
public partial class Thing
{
    public string Name { get; set; } = "";

    [XmlRpcMethod]
    private void [|Hide|]()
    {
    }

    [XmlRpcMethod]
    public static int Make() => 1;

    [XmlRpcMethod]
    public T [|Echo|]<T>(T value) => value;
}
