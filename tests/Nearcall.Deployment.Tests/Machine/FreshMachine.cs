using System.Diagnostics;
using System.Globalization;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Deployment.Tests.Machine;

/// <summary>A machine that nobody has used: systemd boots from a bare root in a container with a network of its own.</summary>
/// <remarks>
/// What it writes lies in memory, over the root, and is still there after a reboot. Its name has the number of this process in it.
/// </remarks>
internal sealed class FreshMachine : IAsyncDisposable
{
    /// <summary>Where the machine finds the files that it is given.</summary>
    public const string Files = "/opt/files";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static int _count;

    private readonly string _name;
    private readonly string _folder;
    private Process? _process;
    private int _init;

    private FreshMachine(string name)
    {
        _name = name;
        _folder = $"/run/{name}";
        Network = new MachineNetwork(name);
    }

    public MachineNetwork Network { get; }

    private string Root => $"{_folder}/root";

    /// <summary>Makes a machine; it is off.</summary>
    /// <param name="userData">What cloud-init does when it is on for the first time.</param>
    /// <param name="files">Files for it, which lie in <see cref="Files"/>.</param>
    public static async Task<FreshMachine> CreateAsync(string userData, params string[] files)
    {
        var machine = new FreshMachine($"nearcall-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
        try
        {
            await machine.PrepareAsync(await MachineRoot.FolderAsync(), userData, files);
            return machine;
        }
        catch
        {
            await machine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Switches it on. It is up when systemd and cloud-init have done everything, without a failure.</summary>
    public async Task BootAsync()
    {
        _process = Process.Start(new ProcessStartInfo("systemd-nspawn",
        [
            "--quiet", "--boot", $"--directory={Root}", "--register=no", "--keep-unit", $"--machine={_name}", "--console=pipe",
            "--capability=CAP_NET_ADMIN,CAP_NET_RAW", $"--network-namespace-path=/run/netns/{Network.Machine}",
        ]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.StandardInput.Close();
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Host.WaitAsync("The machine starts", Patience, FindInitAsync);
        await Host.WaitAsync("systemd is up", Patience, async () => (await StateAsync()).Length != 0);
        await DoAsync("cloud-init", "status", "--wait");
        var state = await StateAsync();
        Assert.True(state == "running", $"{state}\n{(await RunAsync("systemctl", "--failed", "--no-pager")).Output}{await JournalAsync()}");
    }

    /// <summary>Boots again, as somebody at the machine would ask for.</summary>
    public async Task RebootAsync()
    {
        await RunAsync("systemctl", "reboot");
        using (var timeout = new CancellationTokenSource(Patience))
        {
            await _process!.WaitForExitAsync(timeout.Token);
        }

        _process.Dispose();
        await BootAsync();
    }

    /// <summary>Runs a program on the machine.</summary>
    public Task<ProgramRun> RunAsync(params string[] command) => Host.RunAsync(
        "nsenter", [$"--target={_init}", "--mount", "--uts", "--ipc", "--net", "--pid", "--", .. command]);

    /// <summary>Runs a program on the machine that must end well.</summary>
    public async Task<string> DoAsync(params string[] command)
    {
        var run = await RunAsync(command);
        return run.ExitCode == 0
            ? run.Output
            : throw new InvalidOperationException(
                $"{string.Join(' ', command)}: exit code {run.ExitCode}\n{run.Output}{run.Errors}{await JournalAsync()}");
    }

    /// <summary>One property of a unit, as systemd says it.</summary>
    public async Task<string> ShowAsync(string unit, string property) =>
        (await DoAsync("systemctl", "show", "--value", $"--property={property}", unit)).Trim();

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await Host.TidyAsync("kill", "-KILL", _init == 0 ? $"{_process.Id}" : $"{_init}");
            using var timeout = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(timeout.Token);
        }

        _process?.Dispose();
        await TearDownAsync(_name);
    }

    private static async Task TearDownAsync(string name)
    {
        await new MachineNetwork(name).DeleteAsync();
        await Host.TidyAsync("umount", "--lazy", $"/run/{name}/root");
        await Host.TidyAsync("umount", "--lazy", $"/run/{name}");
        if (Directory.Exists($"/run/{name}"))
        {
            Directory.Delete($"/run/{name}");
        }
    }

    // A run that was killed could not tidy up. Its machine went with it or goes now; nothing of a run that lives is touched.
    private static async Task TearDownDeadAsync()
    {
        foreach (var name in Directory.GetDirectories("/run", "nearcall-*-*").Select(folder => Path.GetFileName(folder)!))
        {
            if (!Directory.Exists($"/proc/{name.Split('-')[1]}"))
            {
                await Host.TidyAsync("pkill", "-KILL", "-f", $"systemd-nspawn .*--machine={name} ");
                await TearDownAsync(name);
            }
        }
    }

    private async Task PrepareAsync(string root, string userData, string[] files)
    {
        await TearDownDeadAsync();
        foreach (var folder in new[] { "", "/changes", "/work", "/root" })
        {
            Directory.CreateDirectory(_folder + folder);
            if (folder.Length == 0)
            {
                await Host.DoAsync("mount", "-t", "tmpfs", "-o", "size=2g,mode=0755", "tmpfs", _folder);
            }
        }

        await Host.DoAsync("mount", "-t", "overlay", "overlay", "-o", $"lowerdir={root},upperdir={_folder}/changes,workdir={_folder}/work", Root);
        Directory.CreateDirectory(Root + Files);
        foreach (var file in files)
        {
            File.Copy(file, $"{Root}{Files}/{Path.GetFileName(file)}");
        }

        var seed = Directory.CreateDirectory($"{Root}/var/lib/cloud/seed/nocloud").FullName;
        await File.WriteAllTextAsync($"{seed}/user-data", userData);
        await File.WriteAllTextAsync($"{seed}/meta-data", $"instance-id: {_name}\nlocal-hostname: rpc\n");
        await File.WriteAllTextAsync($"{seed}/network-config", $"""
            version: 1
            config:
              - type: physical
                name: {MachineNetwork.MachineInterface}
                subnets:
                  - type: static
                    address: {MachineNetwork.MachineAddress}/24
                    gateway: {MachineNetwork.EdgeInside}

            """);
        await Network.CreateAsync();
    }

    // The first process of the machine is a child of the program that boots it, among others while that is at work.
    private async Task<bool> FindInitAsync()
    {
        Assert.False(_process!.HasExited, "systemd-nspawn ended.");
        var children = await Host.RunAsync("pgrep", "--parent", $"{_process.Id}", "--exact", "systemd");
        return int.TryParse(children.Output, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out _init);
    }

    private async Task<string> StateAsync() => (await RunAsync("systemctl", "is-system-running", "--wait")).Output.Trim();

    private async Task<string> JournalAsync() => (await RunAsync("journalctl", "--no-pager", "--boot", "--lines=60")).Output;
}
