namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>What differs between the servers; all else, the host and its settings, is the same for each.</summary>
internal abstract class ServerSubject
{
    public virtual void Add(WebApplicationBuilder builder)
    {
    }

    public abstract void Map(WebApplication app);
}
