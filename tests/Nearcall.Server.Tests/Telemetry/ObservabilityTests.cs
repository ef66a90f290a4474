using System.Text.Json;
using System.Text.RegularExpressions;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Server.Tests.Processes;

namespace Nearcall.Server.Tests.Telemetry;

/// <summary>Dashboard and alerts ask for what servers send, and for nothing else: a name that nobody sends is a silence that looks like peace.</summary>
public sealed partial class ObservabilityTests : IAsyncLifetime
{
    // What Prometheus adds: the bound of a bucket, and who sent it.
    private static readonly string[] OwnLabels = ["le", "job", "instance"];

    private static readonly string[] Functions =
    [
        "absent", "by", "histogram_quantile", "label_values", "max", "min", "rate", "sum", "time",
    ];

    private readonly HashSet<string> _names = [];
    private readonly HashSet<string> _labels = [.. OwnLabels];

    /// <summary>Lets a server go through all that telemetry tells of.</summary>
    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new ScratchFolder();
        var certificate = TestCertificate.Create();
        await using var collector = await Collector.StartAsync();
        await using var server = await PackagedServer.StartAsync(
            ("OTLP__ENDPOINT", collector.Address),
            ("STOP__NOTREADY", "0"),
            ("TLS__CERTIFICATE", folder.Write("certificate.pem", certificate.Certificate)),
            ("TLS__KEY", folder.Write("key.pem", certificate.Key)));
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var http = new HttpClient(handler);
        using var client = new XmlRpcClient(http, server.Rpc);
        await client.CallAsync<int>("add", cancellationToken, 10, 5);
        await client.TryCallAsync<double>("divide", cancellationToken, 10, 0);
        var calls = client.Multicall();
        calls.Add<int>("add", 10, 5);
        await calls.SendAsync(cancellationToken);
        using var refused = await http.GetAsync(server.Rpc, cancellationToken);
        await server.EndAsync();

        foreach (var metric in collector.Metrics)
        {
            _names.UnionWith(PrometheusNames.Of(metric));
            _labels.UnionWith(metric.Attributes.Select(PrometheusNames.Label));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Alerts_Names_AreOfMetricsThatTheServerSends()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "deploy", "observability", "alerts.yaml")).Select(line => line.Trim()).ToList();
        var expressions = lines.Where(line => line.StartsWith("expr:", StringComparison.Ordinal)).Select(line => line["expr:".Length..]).ToList();

        AssertKnown(expressions);
        Assert.NotEmpty(expressions);
        foreach (var field in new[] { "- alert:", "summary:", "reason:", "action:" })
        {
            Assert.Equal(expressions.Count, lines.Count(line => line.StartsWith(field, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Dashboard_Names_AreOfMetricsThatTheServerSends()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "observability", "dashboard.json")));
        var root = dashboard.RootElement;
        var expressions = root.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!);
        var variables = root.GetProperty("templating").GetProperty("list").EnumerateArray().Select(variable => variable.GetProperty("query").GetString()!);

        AssertKnown([.. expressions, .. variables.Where(query => query.Contains('(', StringComparison.Ordinal))]);
    }

    private void AssertKnown(IReadOnlyList<string> expressions)
    {
        foreach (var expression in expressions)
        {
            var rest = expression;
            var labels = Matcher().Matches(rest).SelectMany(matcher => LabelName().Matches(matcher.Value)).Select(match => match.Groups["name"].Value)
                .Concat(Grouping().Matches(rest).SelectMany(match => Word().Matches(match.Groups["labels"].Value)).Select(match => match.Value));
            Assert.All(labels, label => Assert.True(_labels.Contains(label), $"No metric has the label {label}: {expression}"));

            rest = Duration().Replace(Grouping().Replace(Matcher().Replace(rest, ""), " "), "");
            var names = Word().Matches(rest).Select(match => match.Value).Except(Functions).Except(OwnLabels).ToList();
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.True(_names.Contains(name), $"The server sends no {name}, but {string.Join(", ", _names.Order())}"));
        }
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Matcher();

    [GeneratedRegex(@"(?<name>[a-z_]+)\s*(=~|!=|!~|=)")]
    private static partial Regex LabelName();

    [GeneratedRegex(@"\bby \((?<labels>[^)]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Duration();

    [GeneratedRegex("[a-z_][a-z0-9_]*")]
    private static partial Regex Word();
}
