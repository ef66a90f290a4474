using System.Diagnostics;

namespace Nearcall.Interop.Tests.Peers;

/// <summary>A program in one file, such as those of <c>samples/</c>, built once in each run of the tests.</summary>
internal sealed class Sample
{
    private readonly Lazy<Task<string>> _program;

    /// <summary>Takes a file by its path from the root of the repository.</summary>
    public Sample(string path) => _program = new Lazy<Task<string>>(() => BuildAsync(path));

    public static Sample RpcServer { get; } = new("samples/rpc_server.cs");

    public static Sample RpcClient { get; } = new("samples/rpc_client.cs");

    public static Sample InteropServer { get; } = new("samples/interop_server.cs");

    public static Sample ValidatorClient { get; } = new("samples/validator_client.cs");

    /// <summary>Runs the sample to its end.</summary>
    public async Task<ProgramRun> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        await ProgramRun.RunAsync(await CommandAsync(arguments), cancellationToken);

    /// <summary>Starts the sample, which serves until it is stopped.</summary>
    public async Task<RunningProgram> StartAsync(params string[] arguments) => RunningProgram.Start(await CommandAsync(arguments));

    private static async Task<string> BuildAsync(string path)
    {
        var build = await DotNet.RunAsync(
            CancellationToken.None,
            "build", path, "--configuration", Repository.Configuration, "-target:Build", "-getProperty:TargetPath");
        return build.ThrowIfFailed().Trim();
    }

    /// <summary>The command that starts the sample.</summary>
    public async Task<ProcessStartInfo> CommandAsync(params string[] arguments) => DotNet.Command([await _program.Value, .. arguments]);
}
