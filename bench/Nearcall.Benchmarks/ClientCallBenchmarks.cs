using BenchmarkDotNet.Attributes;

namespace Nearcall.Benchmarks;

/// <summary>
/// A call of <c>add(10, 5)</c> through the client, beside the HTTP work that is beneath it. What a call allocates more than
/// <see cref="BareWithSharedTimeout"/> is the client's own.
/// </summary>
[MemoryDiagnoser]
public class ClientCallBenchmarks : IDisposable
{
    private readonly HttpClient _http = new(new ConstantHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly BareCall _bare;
    private readonly XmlRpcClient _client;
    private readonly ICalculator _calculator;

    public ClientCallBenchmarks()
    {
        _bare = new BareCall(_http);
        _client = new XmlRpcClient(_http, new Uri("http://localhost/RPC2"));
        _calculator = _client.As<ICalculator>();
    }

    [Benchmark(Baseline = true)]
    public Task<int> BareWithTimeout() => _bare.WithTimeoutAsync();

    [Benchmark]
    public Task<int> BareWithSharedTimeout() => _bare.WithSharedTimeoutAsync();

    [Benchmark]
    public Task<int> TypedCall() => _calculator.AddAsync(10, 5);

    [Benchmark]
    public Task<int> UntypedCall() => _client.CallAsync<int>("add", 10, 5);

    public void Dispose()
    {
        _client.Dispose();
        _bare.Dispose();
        _http.Dispose();
        GC.SuppressFinalize(this);
    }
}
