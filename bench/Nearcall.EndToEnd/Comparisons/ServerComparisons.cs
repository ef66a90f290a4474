using Nearcall.EndToEnd.Load;
using static Nearcall.EndToEnd.Subjects.DotnetSubjects;
using static Nearcall.EndToEnd.Subjects.ForeignSubjects;

namespace Nearcall.EndToEnd.Comparisons;

/// <summary>What a server does under a load.</summary>
internal static class ServerComparisons
{
    private const int ManyConnections = 10_000;
    private const int MulticallEntries = 256;

    private static readonly int[] FewAndMany = [16, 64];

    public static IReadOnlyList<Comparison> All { get; } =
    [
        // Two processes of one program differ by as much as what is sought here: many lives make that even.
        new("gate", "A small call beside the limit", 25, 1, [.. FewAndMany.Select(Gate)]) { Lifetime = 5 },
        new("peers", "A small call beside the peers", 7, 1, [.. FewAndMany.Select(Peers)]),
        new("telemetry", "A small call with OpenTelemetry", 9, 1, [.. FewAndMany.Select(Telemetry)]),
        new("http2", "A small call over HTTP/2", 7, 1, [.. FewAndMany.Select(Http2)]),
        new("echo", "An echo of 1,000 structs", 7, 1, [Echo()]),
        new("multicall", "Multicalls of 256 calls", 7, 1, [Multicall()]),
        new("idle", "10,000 idle connections", 6, 1, [Idle()]) { Lifetime = 1, Figures = [Figure.Memory, Figure.MemoryPerConnection] },
    ];

    private static Setting Gate(int connections)
    {
        var add = new Wrk(connections, Bodies.Add);
        return new($"{connections} connections", new(Kestrel, add), new(Kestrel, add, Again: true), new(NearcallServer, add));
    }

    private static Setting Peers(int connections)
    {
        var add = new Wrk(connections, Bodies.Add);
        return new(
            $"{connections} connections",
            new(Kestrel, add), new(Kestrel, add, Again: true), new(KestrelUnrouted, add), new(NearcallServer, add),
            new(Json, new Wrk(connections, Bodies.AddJson)),
            new(Abyss, add), new(Python, add));
    }

    private static Setting Telemetry(int connections)
    {
        var add = new Wrk(connections, Bodies.Add);
        return new(
            $"{connections} connections",
            new(KestrelTelemetry, add), new(KestrelTelemetry, add, Again: true), new(NearcallTelemetry, add), new(Kestrel, add));
    }

    private static Setting Http2(int callers)
    {
        var add = new Wrk(callers, Bodies.Add);
        var (each, shared) = (new H2Load(callers, 1, Bodies.Add), new H2Load(1, callers, Bodies.Add));
        var (grpcEach, grpcShared) = (new H2Load(callers, 1, Bodies.AddGrpc), new H2Load(1, callers, Bodies.AddGrpc));
        var (kestrel, nearcall) = (Kestrel.OverHttp2(), NearcallServer.OverHttp2());
        return new(
            $"{callers} callers",
            new(Kestrel, add, "bare Kestrel, HTTP/1.1"), new(Kestrel, add, "bare Kestrel, HTTP/1.1", Again: true),
            new(kestrel, each, "bare Kestrel, a connection each"), new(nearcall, each, "Nearcall, a connection each"),
            new(Grpc, grpcEach, "grpc-dotnet, a connection each"),
            new(kestrel, shared, "bare Kestrel, one connection"), new(nearcall, shared, "Nearcall, one connection"),
            new(Grpc, grpcShared, "grpc-dotnet, one connection"));
    }

    // Each entrant has a load of its own: a load that is counted learns how fast its server is.
    private static Setting Echo() => new(
        "4 connections",
        new(Json, new CountedLoad(4, Bodies.ReadingsJson)),
        new(Json, new CountedLoad(4, Bodies.ReadingsJson), Again: true),
        new(NearcallServer, new CountedLoad(4, Bodies.TypedReadings), "Nearcall, typed"),
        new(NearcallServer, new CountedLoad(4, Bodies.Readings), "Nearcall, untyped"),
        new(KestrelOctets, new CountedLoad(4, Bodies.Readings)),
        new(Abyss, new CountedLoad(4, Bodies.Readings)),
        new(Python, new CountedLoad(4, Bodies.Readings)));

    private static Setting Multicall()
    {
        var add = new Wrk(16, Bodies.Add);
        return new(
            "16 connections",
            new(Kestrel, add), new(Kestrel, add, Again: true), new(NearcallServer, add, "Nearcall, single calls"),
            new(NearcallServer, new Wrk(16, Bodies.Multicall(MulticallEntries)), $"Nearcall, multicalls of {MulticallEntries}"));
    }

    private static Setting Idle() => new(
        $"{ManyConnections:N0} connections",
        new(Kestrel, new IdleConnections(ManyConnections, Bodies.Add)),
        new(Kestrel, new IdleConnections(ManyConnections, Bodies.Add), Again: true),
        new(NearcallServer, new IdleConnections(ManyConnections, Bodies.Add)));
}
