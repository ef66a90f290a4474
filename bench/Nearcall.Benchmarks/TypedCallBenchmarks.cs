using BenchmarkDotNet.Attributes;

namespace Nearcall.Benchmarks;

/// <summary>
/// A typed call of two ints and an int result, as the client writes and reads it and as the server reads and writes it. No value
/// tree is built, and nothing is allocated.
/// </summary>
[MemoryDiagnoser]
public class TypedCallBenchmarks
{
    private static readonly XmlRpcConverter<int> Ints = XmlRpcConverter.For<int>();

    private readonly FixedBuffer _call = new(1024);
    private readonly FixedBuffer _answer = new(1024);

    [GlobalSetup]
    public void Setup()
    {
        WriteCall();
        WriteAnswer();
    }

    [Benchmark]
    public int WriteCall()
    {
        _call.Clear();
        var writer = new XmlRpcWriter(_call);
        writer.WriteStartMethodCall("add");
        writer.WriteStartParameter();
        Ints.Write(ref writer, 10);
        writer.WriteEndParameter();
        writer.WriteStartParameter();
        Ints.Write(ref writer, 5);
        writer.WriteEndParameter();
        writer.WriteEndMethodCall();
        writer.Flush();
        return _call.Written.Length;
    }

    [Benchmark]
    public int ReadCall()
    {
        var reader = new XmlRpcReader(_call.Written);
        reader.ReadStartMethodCall();
        var sum = reader.MethodName.Length;
        while (reader.ReadNextParameter())
        {
            sum += Ints.Read(ref reader);
        }

        return sum;
    }

    [Benchmark]
    public int WriteAnswer()
    {
        _answer.Clear();
        var writer = new XmlRpcWriter(_answer);
        writer.WriteStartMethodResponse();
        Ints.Write(ref writer, 15);
        writer.WriteEndMethodResponse();
        writer.Flush();
        return _answer.Written.Length;
    }

    [Benchmark]
    public int ReadAnswer()
    {
        var reader = new XmlRpcReader(_answer.Written, XmlRpcDialect.Tolerant);
        return reader.ReadStartMethodResponse() == XmlRpcResponseType.Result ? ReadResult(ref reader) : 0;
    }

    [Benchmark]
    public int WholeCall() => WriteCall() + ReadCall() + WriteAnswer() + ReadAnswer();

    private static int ReadResult(ref XmlRpcReader reader)
    {
        var result = Ints.Read(ref reader);
        reader.ReadEndMethodResponse();
        return result;
    }
}
