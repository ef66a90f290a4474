namespace Nearcall.AspNetCore.Tests.Contracts;

[XmlRpcService]
public partial interface ICalculator
{
    /// <summary>Adds two numbers.</summary>
    [XmlRpcMethod("add")]
    public int Add(int a, int b);

    [XmlRpcMethod("addLater")]
    public ValueTask<int> AddLaterAsync(int a, int b, CancellationToken cancellationToken = default);

    [XmlRpcMethod("reset", Hidden = true)]
    public Task ResetAsync(CancellationToken cancellationToken = default);
}

[XmlRpcService]
internal sealed partial class Calculator : ICalculator
{
    public int Resets { get; private set; }

    public int Add(int a, int b) => checked(a + b);

    public ValueTask<int> AddLaterAsync(int a, int b, CancellationToken cancellationToken = default) => new(checked(a + b));

    public Task ResetAsync(CancellationToken cancellationToken = default)
    {
        Resets++;
        return Task.CompletedTask;
    }
}

/// <summary>An implementation that is no contract itself.</summary>
internal sealed class PlainCalculator : ICalculator
{
    public int Add(int a, int b) => a + b;

    public ValueTask<int> AddLaterAsync(int a, int b, CancellationToken cancellationToken = default) => new(a + b);

    public Task ResetAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
