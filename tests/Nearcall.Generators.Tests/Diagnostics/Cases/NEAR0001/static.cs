// NEAR0001: 'Calculator' cannot be a contract: a static class has no instance to call; make it an ordinary class
using Nearcall;

[XmlRpcService]
public static partial class [|Calculator|]
{
}
