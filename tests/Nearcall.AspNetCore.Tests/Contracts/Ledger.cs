namespace Nearcall.AspNetCore.Tests.Contracts;

/// <summary>What happened to the objects of services, and in what order.</summary>
internal sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly List<string> _entries = [];

    public IReadOnlyList<string> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    public void Write(string entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
        }
    }
}

/// <summary>A service that is made of others for each call.</summary>
[XmlRpcService]
internal sealed partial class Clerk : IAsyncDisposable, IDisposable
{
    private readonly Ledger _ledger;

    public Clerk(Ledger ledger)
    {
        _ledger = ledger;
        ledger.Write("made");
    }

    [XmlRpcMethod("note")]
    public async Task<string> NoteAsync(string text)
    {
        await Task.Yield();
        _ledger.Write(text);
        return text;
    }

    [XmlRpcMethod("fail")]
    public void Fail() => throw new InvalidOperationException(_ledger.ToString());

    public ValueTask DisposeAsync()
    {
        _ledger.Write("disposed");
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _ledger.Write("disposed at once");
}

/// <summary>A service that is disposed in the older way alone.</summary>
[XmlRpcService]
internal sealed partial class OldClerk(Ledger ledger) : IDisposable
{
    [XmlRpcMethod("note")]
    public void Note(string text) => ledger.Write(text);

    public void Dispose() => ledger.Write("disposed at once");
}

/// <summary>A service with two constructors, between which nobody chooses.</summary>
[XmlRpcService]
internal sealed partial class Undecided
{
    public Undecided()
    {
    }

    public Undecided(Ledger ledger) => ledger.Write("made");

    [XmlRpcMethod("one")]
    public int One() => 1;
}
