namespace Nearcall.EndToEnd.Subjects.Clients;

/// <summary>The clients by name.</summary>
internal static class ClientCatalog
{
    public static ClientSubject Create(string name, Uri url, int callers) => name switch
    {
        "http" => new HttpSubject(url, callers),
        "nearcall" => new NearcallClientSubject(url),
        _ => throw new ArgumentException($"There is no client '{name}'.", nameof(name)),
    };
}
