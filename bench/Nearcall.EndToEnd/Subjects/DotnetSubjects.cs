using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Subjects;

/// <summary>The servers of Nearcall.EndToEnd.Subjects: one host, one set of options, different work.</summary>
internal static class DotnetSubjects
{
    private static readonly string Program = Repository.ProgramOf("Nearcall.EndToEnd.Subjects");

    public static Subject Kestrel { get; } = Serve("bare Kestrel", "kestrel") with { ConstantAnswer = ">15<" };

    public static Subject KestrelUnrouted { get; } = Serve("bare Kestrel without routing", "kestrel-unrouted");

    public static Subject KestrelOctets { get; } = Serve("bare Kestrel, octets sent back", "kestrel-octets");

    public static Subject KestrelTelemetry { get; } = Serve("bare Kestrel with OpenTelemetry", "kestrel-telemetry");

    public static Subject NearcallServer { get; } = Serve("Nearcall", "nearcall");

    public static Subject NearcallTelemetry { get; } = Serve("Nearcall with OpenTelemetry", "nearcall-telemetry");

    public static Subject Json { get; } = Serve("minimal API, JSON", "json");

    public static Subject Grpc { get; } = Serve("grpc-dotnet", "grpc") with { Path = "/bench.Calculator/Add", Http2 = true };

    public static Subject NearcallWithMethods(int count) => Serve($"Nearcall, {count} methods", $"nearcall-methods:{count}");

    public static CommandLine Client(string name, Uri url, int callers) => new("dotnet", Program, "call", name, $"{url}", $"{callers}");

    public static Subject OverHttp2(this Subject subject) => subject with { Http2 = true };

    private static Subject Serve(string title, string name) =>
        new(title, port => new("dotnet", Program, "serve", name, $"{port}"), Compiles: true);
}
