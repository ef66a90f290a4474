// A fleet of three servers behind a proxy, each in a network of its own, and what becomes of calls when servers die, go and freeze:
//
//     eng/fleet 3
//     eng/fleet 100 --front haproxy

using System.CommandLine;
using Nearcall.Fleet;
using Nearcall.Fleet.Figures;
using Nearcall.Fleet.Fronts;
using Nearcall.Fleet.Rounds;

var rounds = new Argument<int>("rounds") { Description = "How often each of the three things happens.", DefaultValueFactory = _ => 100 };
var front = new Option<string>("--front") { Description = "The proxy: nginx or haproxy.", DefaultValueFactory = _ => Front.Names[0] };
front.AcceptOnlyFromAmong([.. Front.Names]);
var pace = new Option<double>("--pace")
{
    Description = "What the times of deploy/, of the servers and of the client are divided by; 1 is as they are.", DefaultValueFactory = _ => 5,
};
var write = new Option<bool>("--write") { Description = "Writes the figures to bench/results, the curve to docs/fleet, and both into docs/fleet.md." };
var page = new Option<bool>("--page") { Description = "Runs nothing: puts the figures of bench/results into docs/fleet.md." };
var sendAgain = new Option<bool>("--send-again")
{
    Description = "Lets nginx send again what was cut off, as it must not: shows that this program notices calls that run twice.",
};
var command = new RootCommand("Kills, drains and freezes servers of a fleet under load, and holds it to what docs/fleet.md says.")
{
    rounds, front, pace, write, page, sendAgain,
};

command.SetAction(async parsed =>
{
    if (parsed.GetValue(page))
    {
        FleetPage.Fill();
        return 0;
    }

    var name = parsed.GetValue(front)!;
    var folder = Directory.CreateTempSubdirectory("nearcall-fleet-").FullName;
    var run = new FleetRun(new Front(name, parsed.GetValue(sendAgain)), new FleetTimes(parsed.GetValue(pace)), folder, Console.Out);
    FleetResult result;
    try
    {
        result = await run.RunAsync(parsed.GetValue(rounds));
    }
    catch (Exception e) when (e is InvalidOperationException or TimeoutException or IOException)
    {
        Console.Error.WriteLine($"The fleet broke off: {e.Message} Logs: {folder}");
        return 2;
    }

    var tables = FleetTables.Of(result, parsed.GetValue(pace));
    Console.WriteLine($"\n{tables}");
    if (parsed.GetValue(write))
    {
        FleetPage.Write(name, result, tables);
    }

    if (result.Wrong.Count > 0)
    {
        Console.Error.WriteLine($"{result.Wrong.Count} things went wrong that must not. Logs: {folder}");
        return 1;
    }

    Directory.Delete(folder, recursive: true);
    return 0;
});
return await command.Parse(args).InvokeAsync();
