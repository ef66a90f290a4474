using System.Globalization;
using Nearcall.EndToEnd.Load;
using Nearcall.EndToEnd.Plots;
using static Nearcall.EndToEnd.Subjects.DotnetSubjects;

namespace Nearcall.EndToEnd.Comparisons;

/// <summary>How figures go with a size: each is a curve, and none may bend upwards.</summary>
internal static class ScalingComparisons
{
    private static readonly Panel Calls = new("calls/s", (_, sample) => sample.Calls / sample.Seconds);
    private static readonly Panel Microseconds =
        new("server CPU per call, µs", (_, sample) => sample.ServerCpuSeconds / sample.Calls * 1e6);

    private static readonly int[] Sizes = [100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    public static IReadOnlyList<Comparison> All { get; } =
    [
        new("scaling-connections", "Connections", 3, 1, [.. new[] { 1, 4, 16, 64, 256, 1000 }.Select(Connections)])
        {
            Plot = new("connections", Count, Calls, Microseconds),
        },
        new("scaling-payload", "Size of a value", 3, 0.5, [.. Sizes.Select(Payload)])
        {
            Plot = new(
                "octets on the wire",
                Octets,
                new("server CPU per call, ms", (_, sample) => sample.ServerCpuSeconds / sample.Calls * 1e3, Logarithmic: true),
                new("MB per second of server CPU", Speed, Logarithmic: true, Tabled: false)),
        },
        new("scaling-methods", "Methods of the server", 3, 1, [.. new[] { 10, 100, 1000, 10_000, 100_000 }.Select(Methods)])
        {
            Plot = new("methods", Count, Calls, Microseconds),
        },
        new("scaling-multicall", "Calls in a multicall", 3, 1, [.. new[] { 1, 8, 64, 512, 4096 }.Select(Multicall)])
        {
            Plot = new("calls in one request", Count, Calls with { Logarithmic = true }, Microseconds with { Logarithmic = true }),
        },
    ];

    private static double Speed(double size, Sample sample) => size / 1e6 * sample.Calls / sample.ServerCpuSeconds;

    private static Setting Connections(int count)
    {
        var add = new Wrk(count, Bodies.Add);
        return new($"{Count(count)} connections", new(Kestrel, add), new(Kestrel, add, Again: true), new(NearcallServer, add))
        {
            At = count,
        };
    }

    private static Setting Payload(int size) => new(
        Octets(size),
        new(Kestrel, new CountedLoad(2, Bodies.Text(size), "text"), "bare Kestrel, reading"),
        new(Kestrel, new CountedLoad(2, Bodies.Text(size), "text"), "bare Kestrel, reading", Again: true),
        new(NearcallServer, new CountedLoad(2, Bodies.Text(size), "text"), "Nearcall, text"),
        new(NearcallServer, new CountedLoad(2, Bodies.Base64(size), "base64"), "Nearcall, base64"),
        new(NearcallServer, new CountedLoad(2, Bodies.Ints(size), "ints"), "Nearcall, ints")) { At = size };

    private static Setting Methods(int count)
    {
        var add = new Wrk(16, Bodies.Add);
        return new(
            $"{Count(count)} methods",
            new(Kestrel, add), new(Kestrel, add, Again: true), new(NearcallWithMethods(count), add, "Nearcall")) { At = count };
    }

    private static Setting Multicall(int entries)
    {
        var calls = new Wrk(16, Bodies.Multicall(entries));
        return new(
            $"{Count(entries)} calls",
            new(Kestrel, calls, "bare Kestrel, reading"), new(Kestrel, calls, "bare Kestrel, reading", Again: true),
            new(NearcallServer, calls)) { At = entries };
    }

    private static string Count(double count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Octets(double size) => size switch
    {
        >= 1e6 => $"{Count(size / 1e6)} MB",
        >= 1e3 => $"{Count(size / 1e3)} kB",
        _ => $"{Count(size)} B",
    };
}
