namespace Nearcall.Generators.Tests.Running;

public enum Urgency
{
    Low,
    High,
}

public sealed record Ticket(int Id, string Title, Urgency Urgency);

[XmlRpcFault(404)]
public sealed class NoTicketException(string message) : Exception(message);

/// <summary>A contract with most of what a contract may have.</summary>
[XmlRpcService("desk", Naming = XmlRpcNaming.CamelCase)]
public partial interface IDesk
{
    /// <summary>Opens a ticket.</summary>
    public Ticket Open(string title, Urgency urgency = Urgency.High, int id = 7);

    [XmlRpcMethod("find")]
    public Ticket Find(int id);

    [XmlRpcMethod("find")]
    public Task<Ticket> FindAsync(int id, CancellationToken cancellationToken = default);

    public Task<XmlRpcResult<Ticket>> TryFindAsync(int id, CancellationToken cancellationToken = default);

    public int Count(string prefix, params IReadOnlyList<int> ids);

    [XmlRpcMethod("search", ParameterStyle = XmlRpcParameterStyle.Struct)]
    public ValueTask<string> SearchAsync(
        [XmlRpcMember("q")] string text,
        [XmlRpcMember(Omit = XmlRpcOmission.WhenNull)] string? owner = null,
        int limit = 20,
        CancellationToken cancellationToken = default);

    public Task CloseAsync(int id, CancellationToken cancellationToken = default);

    [return: XmlRpcNil(XmlRpcNilForm.False)]
    public string? Owner(int id);
}

[XmlRpcService]
public sealed partial class Desk : IDesk
{
    public List<int> Closed { get; } = [];

    public Ticket Open(string title, Urgency urgency = Urgency.High, int id = 7) => new(id, title, urgency);

    public Ticket Find(int id) => throw new InvalidOperationException("The server uses the asynchronous form.");

    public async Task<Ticket> FindAsync(int id, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return id == 1 ? new Ticket(1, "Printer", Urgency.Low) : throw new NoTicketException($"There is no ticket {id}.");
    }

    public async Task<XmlRpcResult<Ticket>> TryFindAsync(int id, CancellationToken cancellationToken = default) =>
        new(await FindAsync(id, cancellationToken));

    public int Count(string prefix, params IReadOnlyList<int> ids) => ids.Count(id => $"{id}".StartsWith(prefix, StringComparison.Ordinal));

    public ValueTask<string> SearchAsync(string text, string? owner = null, int limit = 20, CancellationToken cancellationToken = default) =>
        new($"{text} {owner ?? "-"} {limit} {cancellationToken.CanBeCanceled}");

    public Task CloseAsync(int id, CancellationToken cancellationToken = default)
    {
        Closed.Add(id);
        return Task.CompletedTask;
    }

    string? IDesk.Owner(int id) => id == 1 ? "Ann" : null;
}
