using System.Globalization;

namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>The servers by name. A number after a colon is the size of a subject: <c>nearcall-methods:1000</c>.</summary>
internal static class ServerCatalog
{
    public static ServerSubject Create(string name) => name.Split(':') switch
    {
        ["kestrel"] => new KestrelSubject(routed: true),
        ["kestrel-unrouted"] => new KestrelSubject(routed: false),
        ["kestrel-octets"] => new KestrelOctetsSubject(),
        ["kestrel-telemetry"] => new TelemetrySubject(new KestrelSubject(routed: true)),
        ["nearcall"] => new NearcallSubject(),
        ["nearcall-telemetry"] => new TelemetrySubject(new NearcallSubject()),
        ["nearcall-methods", var count] => new ManyMethodsSubject(int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture)),
        ["json"] => new JsonSubject(),
        ["grpc"] => new GrpcSubject(),
        _ => throw new ArgumentException($"There is no server '{name}'.", nameof(name)),
    };
}
