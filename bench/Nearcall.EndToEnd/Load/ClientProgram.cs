using System.Globalization;
using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Load;

/// <summary>
/// A client that is measured. Its process stays; for each line of seconds it is given it calls for so long, and answers with the calls and
/// the seconds. Between the lines its clock is read.
/// </summary>
internal sealed class ClientProgram(Func<Uri, CommandLine> command, Body body, Func<string?>? missing = null) : LoadTool(body)
{
    private const double TouchSeconds = 0.1;

    private RunningProcess? _process;

    public override string? Missing => missing?.Invoke();

    public override object Kind => this;

    public override Task TouchAsync(Uri url, int? core) => RunAsync(url, TouchSeconds, core);

    public override async Task<LoadResult> RunAsync(Uri url, double seconds, int? core)
    {
        _process ??= RunningProcess.Start(command(url).On(core));
        var before = ProcessTree.CpuSeconds(_process.Id);
        var figures = (await _process.AskAsync(seconds.ToString(CultureInfo.InvariantCulture))).Split(' ');
        var cpu = ProcessTree.CpuSeconds(_process.Id) - before;
        return new(long.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture), cpu);
    }

    public override void Release()
    {
        _process?.Dispose();
        _process = null;
    }
}
