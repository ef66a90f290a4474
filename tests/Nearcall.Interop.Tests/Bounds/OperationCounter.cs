using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Bounds;

/// <summary>
/// Counts the instructions of an operation under callgrind, which gives the same figure whatever else the machine does. The program is
/// compiled ahead of time, as compiling while it runs would be counted too, and would be done otherwise under the instrument.
/// </summary>
internal static partial class OperationCounter
{
    private static readonly Lazy<Task<string>> Published = new(PublishAsync);

    /// <summary>What one run costs: what a long series and a short one differ by.</summary>
    public static async Task<Bound> CountAsync(string operation, int runs, CancellationToken cancellationToken)
    {
        var program = await Published.Value.WaitAsync(cancellationToken);
        var series = await Task.WhenAll(
            RunAsync(program, operation, runs, cancellationToken), RunAsync(program, operation, 3 * runs, cancellationToken));
        return new Bound(operation, runs, (series[1].Instructions - series[0].Instructions) / (2 * runs), series[1].Bytes);
    }

    private static async Task<(long Instructions, long Bytes)> RunAsync(
        string program, string operation, int runs, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            "valgrind",
            [
                "--tool=callgrind", "--callgrind-out-file=/dev/null", "--smc-check=all-non-file",
                program, "count", operation, runs.ToString(CultureInfo.InvariantCulture),
            ]);
        start.Environment["DOTNET_TieredCompilation"] = "0";
        // The instrument has no room for the address space that the collector reserves, nor for code pages mapped twice.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x10000000";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        var run = await ProgramRun.RunAsync(start, cancellationToken);
        var bytes = run.ThrowIfFailed().Split(' ', StringSplitOptions.TrimEntries)[1];
        var instructions = Collected().Match(run.Errors).Groups[1].Value;
        return (long.Parse(instructions, CultureInfo.InvariantCulture), long.Parse(bytes, CultureInfo.InvariantCulture));
    }

    private static async Task<string> PublishAsync()
    {
        var folder = Repository.Artifacts("bounds");
        var publish = await DotNet.RunAsync(
            CancellationToken.None,
            "publish", "bench/Nearcall.Benchmarks", "--configuration", "Release", "--output", folder,
            "--runtime", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-maxcpucount:1");
        publish.ThrowIfFailed();
        return Path.Combine(folder, "Nearcall.Benchmarks");
    }

    [GeneratedRegex(@"Collected : (\d+)")]
    private static partial Regex Collected();
}
