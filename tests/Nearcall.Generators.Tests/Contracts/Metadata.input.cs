using System.ComponentModel;
using Microsoft.AspNetCore.Authorization;
using Nearcall;

namespace Demo.Metadata;

public enum Level
{
    Low,
    High,
}

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class TagAttribute(string? name, params object?[] values) : Attribute
{
    public string? Name { get; } = name;

    public object?[] Values { get; } = values;

    public Type? Type { get; set; }

    public Level[] Levels { get; set; } = [];

    public byte Byte { get; set; }
}

[Tag("interface")]
[XmlRpcService]
public partial interface IShop
{
    [Authorize("buyers")]
    [Description("Not for the server.")]
    void Buy(int item);

    [Tag(null)]
    void Look();
}

[Tag("base")]
[Authorize(Roles = "base")]
public abstract class ShopBase;

[Tag("shop", 1, "two", Level.High, typeof(List<int>), null, new[] { 1L, 2L })]
[Authorize(Roles = "clerk")]
[XmlRpcService]
public partial class Shop : ShopBase, IShop
{
    [AllowAnonymous]
    public void Look()
    {
    }

    [Tag("a \"b\"\n", 'c', 1.5, Type = typeof(Dictionary<,>), Levels = [Level.Low, (Level)9], Byte = 3)]
    public void Buy(int item)
    {
    }

    [Hidden]
    [XmlRpcMethod]
    public virtual void Count()
    {
    }

    private sealed class HiddenAttribute : Attribute;
}

// What generated code cannot make again and says who may call: the method is not served, rather than to anybody.
[XmlRpcService]
public partial class Guarded
{
    [OnlyMe]
    [XmlRpcMethod]
    public void Secret()
    {
    }

    [XmlRpcMethod]
    public void Open()
    {
    }

    private sealed class OnlyMeAttribute : AuthorizeAttribute;
}
