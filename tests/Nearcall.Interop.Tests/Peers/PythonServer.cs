namespace Nearcall.Interop.Tests.Peers;

/// <summary>One <c>peer_server.py</c> for all tests of a class: HTTP/1.1, and nil allowed.</summary>
public sealed class PythonServer : IAsyncLifetime
{
    private RunningProgram? _server;

    public string Url
    {
        get
        {
            PythonPeer.Require();
            return field;
        }

        private set;
    }
        = "";

    public async ValueTask InitializeAsync()
    {
        // A class is not skipped from here, but its tests are when they ask for the address.
        if (PythonPeer.IsMissing)
        {
            return;
        }

        _server = PythonPeer.Start("peer_server.py", "HTTP/1.1", "nil");
        Url = await _server.WaitForUrlAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
