namespace Nearcall.Interop.Tests.Peers;

/// <summary>One <c>samples/interop_server.cs</c> for all tests of a class.</summary>
public sealed class InteropServer : IAsyncLifetime
{
    private RunningProgram? _server;

    public string Url { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _server = await Sample.InteropServer.StartAsync("--port", "0");
        Url = await _server.WaitForUrlAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server.AssertNoErrors();
        }
    }
}
