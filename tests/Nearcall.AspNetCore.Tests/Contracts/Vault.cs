using Microsoft.AspNetCore.Authorization;

namespace Nearcall.AspNetCore.Tests.Contracts;

/// <summary>A contract that says who may call.</summary>
[XmlRpcService("vault")]
public partial interface IVault
{
    [XmlRpcMethod("look")]
    [Authorize]
    public string Look();

    [XmlRpcMethod("open")]
    [Authorize("keepers")]
    public string Open();

    [XmlRpcMethod("door")]
    [AllowAnonymous]
    public string Door();

    [XmlRpcMethod("list")]
    public string List();
}

/// <summary>Adds to what the interface asks for.</summary>
[XmlRpcService]
[Authorize]
internal sealed partial class Vault : IVault
{
    [Authorize(Roles = "auditor")]
    public string Look() => "gold";

    public string Open() => "open";

    public string Door() => "shut";

    public string List() => "gold, silver";
}

/// <summary>A method of two forms, of which one is for those who are known.</summary>
[XmlRpcService]
internal sealed partial class Gate
{
    [XmlRpcMethod("pass")]
    public string Pass(int number) => $"number {number}";

    [XmlRpcMethod("pass")]
    [Authorize]
    public string Pass(string name) => $"name {name}";
}
