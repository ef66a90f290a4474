// Names: https://opentelemetry.io/docs/specs/semconv/rpc/ (release candidate of 2026-08).
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Nearcall;

/// <summary>One call as a span and a duration. While nobody listens, nothing is measured and nothing is built.</summary>
internal readonly struct ClientDiagnostics
{
    private const string Method = "rpc.method";
    private const string SystemName = "rpc.system.name";
    private const string StatusCode = "rpc.status_code";
    private const string ErrorType = "error.type";
    private const string ServerAddress = "server.address";
    private const string ServerPort = "server.port";
    private const string XmlRpc = "xmlrpc";
    private const string Other = "_OTHER";

    private static readonly ActivitySource Source = new(XmlRpcClientTelemetry.ActivitySourceName, Version);
    private static readonly Meter Meter = new(XmlRpcClientTelemetry.MeterName, Version);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        XmlRpcClientTelemetry.CallDurationName,
        "s",
        "How long outgoing calls take, with fail-over, redirects and further attempts.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
        });

    private readonly Activity? _span;
    private readonly long? _start;
    private readonly string _method;
    private readonly ClientSettings _settings;

    private ClientDiagnostics(Activity? span, long? start, string method, ClientSettings settings)
    {
        _span = span;
        _start = start;
        _method = method;
        _settings = settings;
    }

    private static string? Version => typeof(XmlRpcClient).Assembly.GetName().Version?.ToString(3);

    /// <summary>Whether anybody listens.</summary>
    public static bool IsOn => Source.HasListeners() || Duration.Enabled;

    /// <summary>The span, if there is one.</summary>
    public Activity? Span => _span;

    /// <summary>Begins to watch a call.</summary>
    /// <param name="method">The name of the method.</param>
    /// <param name="settings">The client's.</param>
    /// <param name="links">For a batch, the spans of the calls in it.</param>
    public static ClientDiagnostics Start(string method, ClientSettings settings, ActivityLink[]? links = null) =>
        new(
            Source.HasListeners() ? StartSpan(method, settings.Endpoints.Current.Uri, links) : null,
            Duration.Enabled ? settings.Clock.GetTimestamp() : null,
            method,
            settings);

    /// <summary>Ends what was begun for a call that was answered.</summary>
    /// <param name="fault">The fault in the answer, if it was one.</param>
    /// <param name="server">Who answered; fail-over may have gone elsewhere than the span was started for.</param>
    public void Stop(XmlRpcFault? fault, Uri server)
    {
        var status = fault?.Code.ToString(CultureInfo.InvariantCulture);
        Stop(server, status, status, description: null);
    }

    public void Stop(Exception exception)
    {
        if (_settings is null)
        {
            return;
        }

        var server = (exception as XmlRpcTransportException)?.Endpoint ?? _settings.Endpoints.Current.Uri;
        Stop(server, status: null, exception.GetType().FullName, exception.Message);
    }

    private static Activity? StartSpan(string method, Uri server, ActivityLink[]? links) =>
        Source.StartActivity(
            ActivityKind.Client,
            tags:
            [
                new(SystemName, XmlRpc), new(Method, method), new(ServerAddress, server.IdnHost), new(ServerPort, server.Port),
            ],
            links: links,
            name: method);

    private void Stop(Uri server, string? status, string? error, string? description)
    {
        if (_start is { } start)
        {
            var tags = new TagList
            {
                { SystemName, XmlRpc },
                { Method, IsBounded(_method) || _settings.RecordMethodInMetrics ? _method : Other },
                { ServerAddress, server.IdnHost },
                { ServerPort, server.Port },
            };
            Add(ref tags, StatusCode, status);
            Add(ref tags, ErrorType, error);
            Duration.Record(_settings.Clock.GetElapsedTime(start).TotalSeconds, tags);
        }

        if (_span is null)
        {
            return;
        }

        if (_span.IsAllDataRequested)
        {
            _span.SetTag(ServerAddress, server.IdnHost).SetTag(ServerPort, server.Port).SetTag(StatusCode, status).SetTag(ErrorType, error);
            if (error is not null)
            {
                _span.SetStatus(ActivityStatusCode.Error, description);
            }
        }

        _span.Dispose();
    }

    private static void Add(ref TagList tags, string name, string? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }

    private static bool IsBounded(string method) =>
        method is "system.multicall" or "system.listMethods" or "system.methodSignature" or "system.methodHelp" or "system.getCapabilities";
}
