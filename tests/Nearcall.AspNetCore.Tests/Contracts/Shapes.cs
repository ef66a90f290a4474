using System.Runtime.CompilerServices;
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

/// <summary>A method of two forms, of which one sends its result while it comes into being.</summary>
[XmlRpcService]
internal sealed partial class Counter
{
    [XmlRpcMethod("count")]
    public async IAsyncEnumerable<int> CountAsync(int to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var number = 1; number <= to; number++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return number;
        }
    }

    [XmlRpcMethod("count")]
    public int Count(string text) => text.Length;
}

/// <summary>A method of two forms, of which one takes a stream.</summary>
[XmlRpcService]
internal sealed partial class Store
{
    [XmlRpcMethod("put")]
    public Task PutAsync(Stream octets, CancellationToken cancellationToken = default) => octets.CopyToAsync(Stream.Null, cancellationToken);

    [XmlRpcMethod("put")]
    public void Put(int number)
    {
    }
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
        [FromServices] Ledger ledger,
        string name,
        HttpContext http,
        [FromKeyedServices("other")] Ledger other,
        [FromServices] Missing? missing)
    {
        ledger.Write(name);
        other.Write(http.Request.Path);
        return missing is null ? $"Hello {name}" : "";
    }
}

/// <summary>A service that nobody registers.</summary>
internal sealed class Missing;
