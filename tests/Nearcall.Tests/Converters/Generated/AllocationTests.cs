using System.Buffers;
using Nearcall;
using Nearcall.Tests.Converters.Generated;

[assembly: XmlRpcConvertible(typeof(Scalars))]
[assembly: XmlRpcConvertible(typeof(AllocationTests.Point))]
[assembly: XmlRpcConvertible(typeof((int, Scalars)))]

namespace Nearcall.Tests.Converters.Generated;

/// <summary>What generated converters cost in memory: nothing but the objects themselves.</summary>
public sealed class AllocationTests
{
    [Fact]
    public void ReadAndWrite_AStructOfScalars_AllocateNothing()
    {
        var scalars = new Scalars(1, 2, 3, 4, true, 1.5, 2.5f, new XmlRpcDateTime(2026, 5, 4), 7, 8, Status.Paid, null);

        Assert.Equal(scalars, ConverterRun.RoundTrip(scalars, XmlRpcKind.Struct));
        AssertAllocates(0, scalars);
        AssertAllocates(0, (5, scalars));
    }

    [Fact]
    public void Read_AClassOfScalars_AllocatesTheObject()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var point = new Point { X = 1 };
        var size = GC.GetAllocatedBytesForCurrentThread() - before;

        AssertAllocates(size, point);
    }

    private static void AssertAllocates<T>(long expected, T value)
    {
        var converter = XmlRpcConverter.For<T>();
        var output = new ArrayBufferWriter<byte>(8192);
        Write(converter, output, value);
        var text = output.WrittenSpan.ToArray();
        output.ResetWrittenCount();

        Assert.Equal(expected, Least(() => Read(converter, text)));
        Assert.Equal(0, Least(() => Write(converter, output, value)));
    }

    private static void Read<T>(XmlRpcConverter<T> converter, byte[] text)
    {
        var reader = new XmlRpcReader(text, ConverterRun.Open);
        converter.Read(ref reader);
    }

    private static void Write<T>(XmlRpcConverter<T> converter, ArrayBufferWriter<byte> output, T value)
    {
        output.ResetWrittenCount();
        var writer = new XmlRpcWriter(output, ConverterRun.Open);
        converter.Write(ref writer, value);
        writer.Flush();
    }

    private static long Least(Action action)
    {
        // Tiered compilation allocates while it settles; the least of several rounds is the code's own.
        var least = long.MaxValue;
        for (var round = 0; round < 200; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    internal sealed class Point
    {
        public int X { get; init; } = 7;

        public double Y { get; set; } = 8;
    }
}
