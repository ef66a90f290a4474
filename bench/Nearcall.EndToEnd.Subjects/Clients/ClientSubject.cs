namespace Nearcall.EndToEnd.Subjects.Clients;

/// <summary>A client that is measured; many callers may call at once.</summary>
internal abstract class ClientSubject : IDisposable
{
    public abstract Task CallAsync();

    public abstract void Dispose();
}
