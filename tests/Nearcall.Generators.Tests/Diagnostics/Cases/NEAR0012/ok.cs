using Nearcall;

[XmlRpcService("system")]
public partial interface IIntrospection
{
    [XmlRpcMethod("listMethods", Idempotent = true)]
    string[] ListMethods();
}

[XmlRpcService("systematic")]
public partial class Machine
{
    [XmlRpcMethod("reboot")]
    public void Reboot()
    {
    }
}

public static class Program
{
    public static void Register(XmlRpcMethodsBuilder methods) => methods.Add("machine.reboot", () => true);
}
