using System.Diagnostics;

namespace Nearcall.Interop.Tests.Peers;

/// <summary>A file of <c>samples/</c>, built once in each run of the tests.</summary>
internal sealed class Sample
{
    private readonly Lazy<Task<string>> _program;

    private Sample(string name) => _program = new Lazy<Task<string>>(() => BuildAsync(name));

    public static Sample RpcServer { get; } = new("rpc_server");

    public static Sample RpcClient { get; } = new("rpc_client");

    public static Sample InteropServer { get; } = new("interop_server");

    public static Sample ValidatorClient { get; } = new("validator_client");

    /// <summary>Runs the sample to its end.</summary>
    public async Task<ProgramRun> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        await ProgramRun.RunAsync(await CommandAsync(arguments), cancellationToken);

    /// <summary>Starts the sample, which serves until it is stopped.</summary>
    public async Task<RunningProgram> StartAsync(params string[] arguments) => RunningProgram.Start(await CommandAsync(arguments));

    private static async Task<string> BuildAsync(string name)
    {
        var build = await DotNet.RunAsync(
            CancellationToken.None,
            "build", $"samples/{name}.cs", "--configuration", Repository.Configuration, "-target:Build", "-getProperty:TargetPath");
        return build.ThrowIfFailed().Trim();
    }

    private async Task<ProcessStartInfo> CommandAsync(string[] arguments) => DotNet.Command([await _program.Value, .. arguments]);
}
