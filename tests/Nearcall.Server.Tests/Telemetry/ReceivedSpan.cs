namespace Nearcall.Server.Tests.Telemetry;

/// <summary>A span as OTLP carries it.</summary>
internal sealed record ReceivedSpan(string Service, string Name, SpanKind Kind, string Trace, string Id, string Parent)
{
    public static ReceivedSpan Read(string service, ProtobufMessage span) =>
        new(service, span.Text(5), (SpanKind)span.Number(6), span.Hex(1), span.Hex(2), span.Hex(4));
}

internal enum SpanKind
{
    Unspecified,
    Internal,
    Server,
    Client,
}
