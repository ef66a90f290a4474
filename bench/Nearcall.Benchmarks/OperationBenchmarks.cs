using BenchmarkDotNet.Attributes;
using Nearcall.Benchmarks.Operations;

namespace Nearcall.Benchmarks;

/// <summary>Every operation by itself: its time and what it allocates.</summary>
[MemoryDiagnoser]
public class OperationBenchmarks
{
    private Func<long> _run = () => 0;

    public static IEnumerable<string> Names => Operation.All.Select(operation => operation.Name);

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _run = Operation.Named(Name).Prepare();

    [Benchmark]
    public long Run() => _run();
}
