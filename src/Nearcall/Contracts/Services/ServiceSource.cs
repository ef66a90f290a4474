namespace Nearcall;

/// <summary>Where the object comes from that a call is made on.</summary>
internal abstract class ServiceSource<TService>
    where TService : class
{
    /// <summary>Gives the object of a call.</summary>
    public abstract TService Get(XmlRpcCallContext context);

    /// <summary>Takes the object back when the call has ended, however it ended.</summary>
    public virtual ValueTask ReturnAsync(TService service) => ValueTask.CompletedTask;
}

/// <summary>One object for all calls.</summary>
internal sealed class SharedService<TService>(TService service) : ServiceSource<TService>
    where TService : class
{
    public override TService Get(XmlRpcCallContext context) => service;
}

/// <summary>The object that the services of a call give; they dispose it.</summary>
internal sealed class RegisteredService<TService> : ServiceSource<TService>
    where TService : class
{
    public override TService Get(XmlRpcCallContext context) => context.GetRequiredService<TService>();
}

/// <summary>An object for each call, made and disposed here.</summary>
internal sealed class MadeService<TService>(Func<XmlRpcCallContext, TService> factory) : ServiceSource<TService>
    where TService : class
{
    public override TService Get(XmlRpcCallContext context) => factory(context);

    public override ValueTask ReturnAsync(TService service)
    {
        switch (service)
        {
            case IAsyncDisposable disposable:
                return disposable.DisposeAsync();
            case IDisposable disposable:
                disposable.Dispose();
                return ValueTask.CompletedTask;
            default:
                return ValueTask.CompletedTask;
        }
    }
}
