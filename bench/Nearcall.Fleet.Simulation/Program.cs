// From what one core was seen to do, to fleets of any size:
//
//     dotnet run -c Release --project bench/Nearcall.Fleet.Simulation
//     dotnet run -c Release --project bench/Nearcall.Fleet.Simulation -- --core-hour 0.04 --use 0.6

using System.CommandLine;
using Nearcall.EndToEnd.Pages;
using Nearcall.Fleet.Simulation.Inputs;
using Nearcall.Fleet.Simulation.Model;
using Nearcall.Fleet.Simulation.Tables;
using Nearcall.Tests.Rules;

var seed = new Option<int>("--seed") { Description = "Of chance.", DefaultValueFactory = _ => 20261122 };
var attempts = new Option<int>("--attempts") { Description = "How often callers try an idempotent call.", DefaultValueFactory = _ => CallerPolicy.Nearcall.Attempts };
var unbounded = new Option<bool>("--no-budget") { Description = "Nothing bounds the further attempts of all callers together." };
var brief = new Option<bool>("--short") { Description = "Small fleets alone." };
var write = new Option<bool>("--write") { Description = "Writes the tables to bench/results and into docs/scale.md." };
var coreHour = new Option<double>("--core-hour") { Description = "Money for a core for an hour.", DefaultValueFactory = _ => 0.05 };
var gigabyte = new Option<double>("--gigabyte") { Description = "Money for a gigabyte that leaves the data centre.", DefaultValueFactory = _ => 0.08 };
var octets = new Option<double>("--octets") { Description = "Octets of an answer on the wire.", DefaultValueFactory = _ => 300 };
var use = new Option<double>("--use") { Description = "The share of its CPU that a fleet is loaded to.", DefaultValueFactory = _ => 0.5 };
var cores = new Option<int>("--cores") { Description = "Cores of a machine.", DefaultValueFactory = _ => 2 };
var command = new RootCommand("Machines, money and behaviour of fleets from ten machines to ten thousand.")
{
    seed, attempts, unbounded, brief, write, coreHour, gigabyte, octets, use, cores,
};

command.SetAction(parsed =>
{
    var measured = Measured.Read();
    var assumptions = new Assumptions(
        parsed.GetValue(coreHour), parsed.GetValue(gigabyte), parsed.GetValue(octets), parsed.GetValue(use), parsed.GetValue(cores));

    // The larger the fleet, the more real calls each simulated one stands for.
    (int Machines, double CallsPerSecond)[] sizes = parsed.GetValue(brief) ? [(10, 50), (100, 20)] : [(10, 200), (100, 50), (10_000, 8)];
    var callers = (parsed.GetValue(unbounded) ? CallerPolicy.Unbounded : CallerPolicy.Nearcall) with { Attempts = parsed.GetValue(attempts) };
    var bySize = (from scenario in new[] { Scenario.Deploy, Scenario.Killed, Scenario.ZoneLost }
                  from size in sizes
                  select FleetModel.Run(size.Machines, size.CallsPerSecond, callers, scenario, parsed.GetValue(seed))).ToArray();
    var storms = (from scenario in new[] { Scenario.Storm, Scenario.BlindStorm }
                  from policy in parsed.GetValue(brief) ? [callers] : new[] { CallerPolicy.None, callers, CallerPolicy.Unbounded, CallerPolicy.AtOnce, CallerPolicy.Endless }
                  select FleetModel.Run(100, sizes[1].CallsPerSecond, policy, scenario, parsed.GetValue(seed))).ToArray();
    Dictionary<string, string> tables = new()
    {
        ["scale-cost"] = CostTable.Of(measured, assumptions),
        ["scale-size"] = SizeTable.Of([10, 100, 10_000], measured, assumptions),
        ["scale-happenings"] = OutcomeTable.OfSizes(bySize),
        ["scale-storm"] = OutcomeTable.OfCallers(storms),
    };
    foreach (var (name, table) in tables)
    {
        Console.WriteLine(table);
        if (parsed.GetValue(write))
        {
            File.WriteAllText(Repository.PathOf($"bench/results/{name}.md"), table);
        }
    }

    if (parsed.GetValue(write))
    {
        PerformancePage.Fill(Repository.PathOf("docs/scale.md"), Repository.PathOf("bench/results"));
    }

    // Callers that are shown only to be compared promise nothing.
    var broken = bySize.Concat(storms.Where(storm => storm.Callers == callers)).SelectMany(Invariants.Broken).ToArray();
    Array.ForEach(broken, Console.Error.WriteLine);
    return broken.Length == 0 ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
