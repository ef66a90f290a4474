// Starts servers and clients, loads them in turn, and prints what they did beside each other:
//
//     dotnet run -c Release --project bench/Nearcall.EndToEnd -- gate --rounds 27
//     dotnet run -c Release --project bench/Nearcall.EndToEnd -- --help

using System.CommandLine;
using Nearcall.EndToEnd;
using Nearcall.EndToEnd.Comparisons;
using Nearcall.EndToEnd.Pages;
using Nearcall.EndToEnd.Processes;
using Nearcall.EndToEnd.Results;

var all = ComparisonCatalog.All;
var names = new Argument<string[]>("comparison") { Description = "Which to run. Without a name, all." };
names.AcceptOnlyFromAmong([.. all.Select(comparison => comparison.Name)]);
var rounds = new Option<int?>("--rounds") { Description = "How often each entrant is measured; each comparison has a number of its own." };
var seconds = new Option<double?>("--seconds") { Description = "How long one measurement takes; wrk knows whole seconds alone." };
var serverCore = new Option<int>("--server-core") { Description = "The core that servers run on.", DefaultValueFactory = _ => 0 };
var loadCore = new Option<int>("--load-core") { Description = "The core that the load runs on.", DefaultValueFactory = _ => 1 };
var unpinned = new Option<bool>("--unpinned") { Description = "Leaves servers and load on any core." };
var brief = new Option<bool>("--short") { Description = "One round of a second: shows that all of it works, and no more." };
var results = new Option<bool>("--write") { Description = "Writes tables and samples to bench/results, and plots to docs/performance." };
var page = new Option<bool>("--page") { Description = "Measures nothing: puts the tables of bench/results into docs/performance.md." };
var command = new RootCommand("Measures Nearcall from end to end, beside its limits and its peers.")
{
    names, rounds, seconds, serverCore, loadCore, unpinned, brief, results, page,
};

command.SetAction(async parsed =>
{
    var resultFolder = Repository.PathOf("bench/results");
    if (parsed.GetValue(page))
    {
        PerformancePage.Fill(Repository.PathOf("docs/performance.md"), resultFolder);
        return 0;
    }

    var code = 0;
    var pinned = !parsed.GetValue(unpinned) && Environment.ProcessorCount > 1 && CommandLine.Exists("taskset");
    var settings = parsed.GetValue(brief)
        ? new RunSettings(1, 1, null, null, WarmUpSeconds: 0.2, Seed: 20261122)
        : new RunSettings(
            parsed.GetValue(rounds), parsed.GetValue(seconds), pinned ? parsed.GetValue(serverCore) : null,
            pinned ? parsed.GetValue(loadCore) : null, WarmUpSeconds: 20, Seed: 20261122);
    var files = new ResultFiles(resultFolder, Repository.PathOf("docs/performance"));
    foreach (var comparison in all.Where(comparison => parsed.GetValue(names) is not [_, ..] chosen || chosen.Contains(comparison.Name)))
    {
        var others = OtherPrograms.Watch();
        IReadOnlyList<Sample> samples;
        try
        {
            samples = await new ComparisonRun(comparison, settings, Console.Error).RunAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException or OperationCanceledException)
        {
            // What one comparison broke on says nothing of the others.
            Console.Error.WriteLine($"{comparison.Name} broke off: {e.Message}");
            code = 1;
            continue;
        }

        var text = ResultFiles.Text(comparison, settings, others.Cores, samples);
        Console.WriteLine($"\n## {comparison.Title}\n\n{text}");
        if (parsed.GetValue(results))
        {
            files.Write(comparison, text, samples);
        }
    }

    return code;
});
return await command.Parse(args).InvokeAsync();
