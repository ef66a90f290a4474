// NEAR0012: The name 'system.reboot' is reserved to the server: the protocol keeps every name that begins with 'system.' for it
// NEAR0012: The name 'system.Halt' is reserved to the server: the protocol keeps every name that begins with 'system.' for it
// NEAR0012: The name 'system.uptime' is reserved to the server: the protocol keeps every name that begins with 'system.' for it
using Nearcall;

[XmlRpcService]
public partial class Machine
{
    [[|XmlRpcMethod("system.reboot")|]]
    public void Reboot()
    {
    }
}

[XmlRpcService("system")]
public partial class Power
{
    [[|XmlRpcMethod|]]
    public void Halt()
    {
    }
}

[XmlRpcService]
public partial interface IClock
{
    [XmlRpcMethod("system.uptime")]
    int Uptime();
}

[XmlRpcService]
public partial class Clock : IClock
{
    public int [|Uptime|]() => 1;
}
