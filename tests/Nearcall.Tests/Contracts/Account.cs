namespace Nearcall.Tests.Contracts;

/// <summary>A service, and its description as the compiler would write it.</summary>
internal sealed class Account : IAsyncDisposable
{
    private int _balance;

    public bool IsDisposed { get; private set; }

    public static XmlRpcMethod<Account> PayIn { get; } = XmlRpcServiceMethod.Create<Account, int>(
        "payIn",
        [new("amount", typeof(int), XmlRpcKind.Int)],
        static (service, ref arguments, context) =>
        {
            arguments.ReadStartParameter("amount");
            var amount = arguments.ReadInt32();
            context.EndArguments(ref arguments);
            return ValueTask.FromResult(service.Pay(amount));
        },
        XmlRpcConverter.For<int>());

    public static XmlRpcMethod<Account> PayInLater { get; } = XmlRpcServiceMethod.Create<Account, int>(
        "payInLater",
        [new("amount", typeof(int), XmlRpcKind.Int)],
        static (service, ref arguments, context) =>
        {
            arguments.ReadStartParameter("amount");
            var amount = arguments.ReadInt32();
            context.EndArguments(ref arguments);
            return new(service.PayLaterAsync(amount));
        },
        XmlRpcConverter.For<int>());

    public static XmlRpcMethod<Account> Close { get; } = XmlRpcServiceMethod.Create<Account>(
        "close",
        [],
        static (service, ref arguments, context) =>
        {
            context.EndArguments(ref arguments);
            service._balance = 0;
            return ValueTask.CompletedTask;
        });

    public static XmlRpcMethod<Account> CloseLater { get; } = XmlRpcServiceMethod.Create<Account>(
        "closeLater",
        [],
        static (service, ref arguments, context) =>
        {
            context.EndArguments(ref arguments);
            return new(service.PayLaterAsync(0));
        });

    public static XmlRpcMethod<Account> Entries { get; } = XmlRpcServiceMethod.CreateStreaming<Account, int>(
        "entries",
        [],
        static (service, ref arguments, context) =>
        {
            context.EndArguments(ref arguments);
            return service.EntriesAsync();
        },
        XmlRpcConverter.For<int>());

    public static XmlRpcMethod<Account> Statement { get; } = XmlRpcServiceMethod.CreateStreaming<Account>(
        "statement",
        [],
        static (service, ref arguments, context) =>
        {
            context.EndArguments(ref arguments);
            return ValueTask.FromResult<Stream>(new MemoryStream([1, 2, 3, 4]));
        });

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }

    private int Pay(int amount) => amount < 0 ? throw new InvalidOperationException("no") : checked(_balance += amount);

    private async Task<int> PayLaterAsync(int amount)
    {
        await Task.Yield();
        return Pay(amount);
    }

    private async IAsyncEnumerable<int> EntriesAsync()
    {
        yield return _balance;
        await Task.Yield();
        yield return 7;
    }
}
