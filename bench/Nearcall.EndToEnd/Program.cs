// Starts servers in turn, loads them, and prints what they did beside each other:
//
//     dotnet run -c Release --project bench/Nearcall.EndToEnd -- gate --rounds 27
//     dotnet run -c Release --project bench/Nearcall.EndToEnd -- --help

using System.CommandLine;
using Nearcall.EndToEnd;
using Nearcall.EndToEnd.Comparisons;
using Nearcall.EndToEnd.Processes;
using Nearcall.EndToEnd.Results;

var names = new Argument<string[]>("comparison") { Description = $"Which to run, of: {string.Join(", ", ComparisonCatalog.All.Select(item => item.Name))}. Without a name, all." };
names.AcceptOnlyFromAmong([.. ComparisonCatalog.All.Select(item => item.Name)]);
var rounds = new Option<int?>("--rounds") { Description = "How often each entrant is measured; each comparison has a number of its own." };
var seconds = new Option<double?>("--seconds") { Description = "How long one measurement takes; wrk knows whole seconds alone." };
var cores = new Option<int[]>("--cores") { Description = "The core of the servers and the core of the load.", Arity = new(2, 2), DefaultValueFactory = _ => [0, 1], AllowMultipleArgumentsPerToken = true };
var unpinned = new Option<bool>("--unpinned") { Description = "Leaves servers and load on any core." };
var shortForm = new Option<bool>("--short") { Description = "Two rounds of a second, nothing written: shows that all of it works, and no more." };
var results = new Option<string?>("--results") { Description = "The folder that tables and samples are written to. Without it they are only printed." };
var command = new RootCommand("Measures Nearcall from end to end, beside its limits and its peers.") { names, rounds, seconds, cores, unpinned, shortForm, results };

command.SetAction(async parsed =>
{
    var pinned = !parsed.GetValue(unpinned) && Environment.ProcessorCount > 1 && CommandLine.Exists("taskset");
    var brief = parsed.GetValue(shortForm);
    var settings = new RunSettings(
        brief ? 2 : parsed.GetValue(rounds), brief ? 1 : parsed.GetValue(seconds),
        pinned ? parsed.GetValue(cores)![0] : null, pinned ? parsed.GetValue(cores)![1] : null,
        WarmUpSeconds: brief ? 0.5 : 2, Lifetime: 9, Seed: 20261122);
    Console.WriteLine($"{Machine.Line}{(pinned ? " · server and load on a core each" : "")}");
    foreach (var comparison in ComparisonCatalog.All.Where(item => parsed.GetValue(names) is not [_, ..] chosen || chosen.Contains(item.Name)))
    {
        var samples = await new ComparisonRun(comparison, settings, Console.Error).RunAsync();
        var table = ComparisonTable.Of(comparison, samples);
        Console.WriteLine($"\n## {comparison.Title}\n\n{table}");
        if (parsed.GetValue(results) is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{comparison.Name}.md"), table);
            SampleFile.Write(Path.Combine(folder, $"{comparison.Name}.csv"), samples);
        }
    }
});
return await command.Parse(args).InvokeAsync();
