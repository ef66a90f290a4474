using Microsoft.Extensions.DependencyInjection;
using Nearcall;

namespace Demo.Factories;

public interface IStore;

[XmlRpcService]
public partial class Injected(
    IStore store, [FromKeyedServices("other")] IStore other, IServiceProvider services, XmlRpcCallContext call, IStore? missing = null, int retries = 3, string name = "a")
{
    [XmlRpcMethod]
    public bool Ping() => (store, other, services, call, missing, retries, name) is { retries: 0 };
}

[XmlRpcService]
public sealed partial class Parameterless : IDisposable
{
    [XmlRpcMethod]
    public void Ping()
    {
    }

    public void Dispose()
    {
    }
}

[XmlRpcService]
public partial class SeveralConstructors
{
    public SeveralConstructors()
    {
    }

    public SeveralConstructors(int a) => _ = a;

    [XmlRpcMethod]
    public void Ping()
    {
    }
}

[XmlRpcService]
public abstract partial class Abstract
{
    [XmlRpcMethod]
    public abstract void Ping();
}

[XmlRpcService]
public partial class Required
{
    public required string Name { get; init; }

    [XmlRpcMethod]
    public void Ping()
    {
    }
}
