using Nearcall.EndToEnd.Load;
using static Nearcall.EndToEnd.Subjects.DotnetSubjects;
using static Nearcall.EndToEnd.Subjects.ForeignSubjects;

namespace Nearcall.EndToEnd.Comparisons;

/// <summary>The comparisons of servers.</summary>
internal static class ComparisonCatalog
{
    private static readonly int[] FewAndMany = [16, 64];

    public static IReadOnlyList<Comparison> All { get; } =
    [
        new("gate", "A small call beside the limit", 27, 1, [.. FewAndMany.Select(Gate)]),
        new("small", "A small call beside the peers", 9, 1, [.. FewAndMany.Select(Small)]),
        new("telemetry", "A small call with OpenTelemetry", 15, 1, [.. FewAndMany.Select(Telemetry)]),
        new("http2", "A small call over HTTP/2", 9, 1, [.. FewAndMany.Select(Http2)]),
        new("echo", "An echo of 1,000 structs", 9, 2, [Echo()]),
        new("multicall", "Multicalls of 256 calls", 9, 1, [Multicall()]),
    ];

    private static Setting Gate(int connections)
    {
        var add = new Wrk(connections, Bodies.Add);
        return new($"{connections} connections", new(Kestrel, add), new(Kestrel, add, Again: true), new(KestrelUnrouted, add), new(NearcallServer, add));
    }

    private static Setting Small(int connections)
    {
        var add = new Wrk(connections, Bodies.Add);
        return new(
            $"{connections} connections",
            new(Kestrel, add), new(Kestrel, add, Again: true), new(NearcallServer, add), new(Json, new Wrk(connections, Bodies.AddJson)),
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
        var (each, shared) = (new H2Load(callers, 1, Bodies.Add), new H2Load(1, callers, Bodies.Add));
        var add = new Wrk(callers, Bodies.Add);
        return new(
            $"{callers} callers",
            new(Kestrel, add, "bare Kestrel, HTTP/1.1"), new(Kestrel, add, "bare Kestrel, HTTP/1.1", Again: true),
            new(Kestrel.OverHttp2(), each, "bare Kestrel, a connection each"),
            new(NearcallServer.OverHttp2(), each, "Nearcall, a connection each"),
            new(Grpc, each with { Body = Bodies.AddGrpc }, "grpc-dotnet, a connection each"),
            new(Kestrel.OverHttp2(), shared, "bare Kestrel, one connection"),
            new(NearcallServer.OverHttp2(), shared, "Nearcall, one connection"),
            new(Grpc, shared with { Body = Bodies.AddGrpc }, "grpc-dotnet, one connection"));
    }

    private static Setting Echo() => new(
        "4 connections",
        new(KestrelOctets, new Wrk(4, Bodies.Readings("echo"))),
        new(KestrelOctets, new Wrk(4, Bodies.Readings("echo")), Again: true),
        new(Json, new Wrk(4, Bodies.ReadingsJson)),
        new(NearcallServer, new Wrk(4, Bodies.Readings("echoReadings")), "Nearcall, typed"),
        new(NearcallServer, new Wrk(4, Bodies.Readings("echo")), "Nearcall, untyped"),
        new(Abyss, new Wrk(4, Bodies.Readings("echo"))),
        new(Python, new Wrk(4, Bodies.Readings("echo"))));

    private static Setting Multicall() => new(
        "16 connections",
        new(Kestrel, new Wrk(16, Bodies.Add)),
        new(Kestrel, new Wrk(16, Bodies.Add), Again: true),
        new(NearcallServer, new Wrk(16, Bodies.Add), "Nearcall, single calls"),
        new(NearcallServer, new Wrk(16, Bodies.Multicall(256)), "Nearcall, multicalls of 256"));
}
