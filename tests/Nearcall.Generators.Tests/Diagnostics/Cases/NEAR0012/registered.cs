// NEAR0012: The name 'system.reboot' is reserved to the server: the protocol keeps every name that begins with 'system.' for it
// NEAR0012: The name 'system.' is reserved to the server: the protocol keeps every name that begins with 'system.' for it
// NEAR0012: The name 'system.stop' is reserved to the server: the protocol keeps every name that begins with 'system.' for it
using Nearcall;

public static class Program
{
    private const string Prefix = "system.";

    public static void Register(XmlRpcMethodsBuilder methods)
    {
        methods.Add([|"system.reboot"|], () => true);
        methods.Add([|"system."|], (int a, int b) => a + b);
        methods.Add([|Prefix + "stop"|], () => { });
        methods.Add("System.reboot", () => true);
        new List<string>().Add("system.reboot");
    }
}
