using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.Contracts;

/// <summary>Methods of many shapes of parameters.</summary>
[XmlRpcService]
internal sealed partial class Shapes
{
    [XmlRpcMethod("ranged")]
    public int Ranged(int first, int second = 20, int third = 300) => first + second + third;

    [XmlRpcMethod("many")]
    public int Many(int first, params int[] rest) => first + rest.Sum();

    [XmlRpcMethod("filled")]
    public string Filled(int first, XmlRpcCallContext context, int second, CancellationToken cancellationToken) =>
        $"{context.Method} {first} {second} {cancellationToken.CanBeCanceled}";

    [XmlRpcMethod("either")]
    public int Either(int number) => number;

    [XmlRpcMethod("either")]
    public int Either(string? text) => text?.Length ?? -1;
}

/// <summary>Methods whose cost is measured.</summary>
[XmlRpcService]
internal sealed partial class Costs
{
    private static readonly Task<int> Fifteen = Task.FromResult(15);

    [XmlRpcMethod("add")]
    public int Add(int a, int b) => checked(a + b);

    [XmlRpcMethod("addLater")]
    public ValueTask<int> AddLaterAsync(int a, int b, CancellationToken cancellationToken) => new(checked(a + b));

    [XmlRpcMethod("addInTask")]
    public Task<int> AddInTaskAsync(int a, int b, CancellationToken cancellationToken) => Fifteen;

    [XmlRpcMethod("nothing")]
    public void Nothing(int a, int b)
    {
    }

    [XmlRpcMethod("either")]
    public int Either(int a, int b) => checked(a + b);

    [XmlRpcMethod("either")]
    public double Either(double a, double b) => a + b;
}

/// <summary>Methods that are given more than callers send.</summary>
[XmlRpcService]
internal sealed partial class Guests
{
    [XmlRpcMethod("greet")]
    public string Greet(
        [FromServices] Ledger ledger, string name, HttpContext http, [FromKeyedServices("other")] Ledger other, [FromServices] Missing? missing)
    {
        ledger.Write(name);
        other.Write(http.Request.Path);
        return missing is null ? $"Hello {name}" : "";
    }
}

/// <summary>A service that nobody registers.</summary>
internal sealed class Missing;
