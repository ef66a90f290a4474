using System.Globalization;
using Nearcall.Fleet.Network;
using Nearcall.Fleet.Processes;

namespace Nearcall.Fleet.Servers;

/// <summary>One server of the fleet, which can be ended and started again. What it executed stays.</summary>
internal sealed class FleetServer(int index, FleetTimes times, string folder) : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace("Nearcall.Fleet", "Nearcall.Fleet.Server", StringComparison.Ordinal), "Nearcall.Fleet.Server.dll");

    private readonly string _executions = Path.Combine(folder, $"server{index + 1}.executions");
    private FleetProcess? _process;
    private int _starts;

    public string Name => $"server {index + 1}";

    /// <summary>The file to which it writes what it executes.</summary>
    public string Executions => _executions;

    public double CpuSeconds => Process.CpuSeconds;

    private FleetProcess Process => _process ?? throw new InvalidOperationException($"{Name} does not run.");

    /// <summary>Starts it and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var settings = Path.Combine(folder, "settings.json");
        await File.WriteAllTextAsync(
            settings,
            string.Create(CultureInfo.InvariantCulture, $$"""{ "Port": 8000, "Stop": { "NotReady": {{times.NotReady.TotalSeconds}}, "Within": 25 } }"""));
        if (!File.Exists(_executions))
        {
            await File.WriteAllTextAsync(_executions, "");
        }

        var environment = new Dictionary<string, string>
        {
            ["NEARCALL_SETTINGS"] = settings,
            ["FLEET_EXECUTIONS"] = _executions,
        };
        var log = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"server{index + 1}-{++_starts}.log"));
        _process = FleetProcess.Start(FleetNetwork.Server(index), log, environment, Environment.ProcessPath!, Program);
        await _process.WaitUntilAsync(() => _process.HasPrinted("RPC Server running"), $"{Name} listened");
    }

    /// <summary>Waits until calls come to it again.</summary>
    public async Task TakeCallsAsync()
    {
        var before = new FileInfo(_executions).Length;
        await Process.WaitUntilAsync(() => new FileInfo(_executions).Length > before, $"{Name} got a call");
    }

    public void Signal(int signal) => Process.Signal(signal);

    /// <summary>Waits for its end and gives its code.</summary>
    public async Task<int> EndAsync()
    {
        var code = await Process.EndAsync();
        await Process.DisposeAsync();
        _process = null;
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
