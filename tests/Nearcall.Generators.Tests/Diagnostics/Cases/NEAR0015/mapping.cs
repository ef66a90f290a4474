// NEAR0015: [Authorize] on 'Vault' would be ignored, since 'Vault' is served through 'IVault': make 'Vault' a partial class with [XmlRpcService] and map it, or put the attribute on the methods of the interface
// NEAR0015: [Authorize] on 'Vault' would be ignored, since 'Vault' is served through 'IVault': make 'Vault' a partial class with [XmlRpcService] and map it, or put the attribute on the methods of the interface
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Nearcall;

[XmlRpcService]
public partial interface IVault
{
    string Open();
}

[Authorize]
[XmlRpcService]
public partial class Vault : IVault
{
    public string Open() => "open";
}

public static class Program
{
    public static void Map(WebApplication app)
    {
        app.MapXmlRpc<IVault>("/one", [|new Vault()|]);
        app.MapXmlRpc("/two", methods => methods.AddService<IVault>([|new Vault()|]));
        app.MapXmlRpc("/three", new Vault());
        app.MapXmlRpc<IVault>("/four");
    }
}
