using System.Buffers;
using System.Text;

namespace Nearcall.Tests.Wire;

public sealed class WriterOutputTests
{
    private static readonly XmlRpcValue Sample = new XmlRpcStruct
    {
        ["text"] = new string('é', 300) + "<&>\r" + new string('x', 300),
        ["octets"] = new byte[1000],
        ["numbers"] = XmlRpcArray.Create(1, -2.5, 1e308, double.Epsilon),
        ["empty"] = "",
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(5000)]
    public void Write_AnySegmentSize_GivesTheSameBytes(int surplus)
    {
        var output = new Segments(surplus);
        XmlRpcMethodCall.Write(output, "a", [Sample, "b"]);

        var expected = new ArrayBufferWriter<byte>();
        XmlRpcMethodCall.Write(expected, "a", [Sample, "b"]);
        Assert.Equal(Encoding.UTF8.GetString(expected.WrittenSpan), Encoding.UTF8.GetString(output.Written));
    }

    [Fact]
    public void Write_OutputThatCannotBeReadBack_RefusesWithoutAPath()
    {
        var output = new Segments(0);
        var refusal = Assert.Throws<XmlRpcFormatException>(() => XmlRpcMethodCall.Write(output, "a", [1, XmlRpcValue.Nil]));

        Assert.Equal("", refusal.Path);
        Assert.Equal(
            (Writing.Prolog + "<methodCall><methodName>a</methodName><params><param><value><int>1</int></value></param><param>").Length,
            refusal.Offset);
    }

    [Fact]
    public void CreateException_OfAConverter_NamesThePlace()
    {
        XmlRpcFormatException? made = null;
        Writing.RefusalWithin((ref writer) =>
        {
            made = writer.CreateException("Money without a currency cannot be written.", "R55", "XmlRpcDialect.WriteNil");
            throw made;
        });

        Writing.IsRefusal(
            made!,
            "Money without a currency cannot be written.",
            "R55",
            "XmlRpcDialect.WriteNil",
            Writing.PathWithin,
            Writing.OffsetWithin);
    }

    [Fact]
    public void CreateException_ProblemAlone_HasNoRuleAndNoSwitch() => Writing.Text((ref writer) =>
    {
        var exception = writer.CreateException("No");

        Assert.Equal("No. At byte 0.", exception.Message);
        Assert.Null(exception.Rule);
        Assert.Null(exception.Switch);
    });

    [Fact]
    public void Write_CallOfTwoIntsIntoAPooledBuffer_AllocatesNothing()
    {
        using var buffer = PooledBuffer.Rent();
        WriteAdd(buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            buffer.Clear();
            WriteAdd(buffer);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Write_EveryScalarIntoAPooledBuffer_AllocatesNothing()
    {
        var dialect = Writing.Extensions with { WriteNil = true, WriteI8 = true };
        using var buffer = PooledBuffer.Rent(16 * 1024);
        WriteScalars(buffer, dialect);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            buffer.Clear();
            WriteScalars(buffer, dialect);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void WriteAdd(PooledBuffer buffer)
    {
        var writer = new XmlRpcWriter(buffer);
        writer.WriteStartMethodCall("add");
        writer.WriteStartParameter();
        writer.WriteInt32(10);
        writer.WriteEndParameter();
        writer.WriteStartParameter();
        writer.WriteInt32(5);
        writer.WriteEndParameter();
        writer.WriteEndMethodCall();
        writer.Flush();
    }

    private static void WriteScalars(PooledBuffer buffer, XmlRpcDialect dialect)
    {
        var writer = new XmlRpcWriter(buffer, dialect);
        writer.WriteStartStruct();
        writer.WriteStartMember("a < b");
        writer.WriteStartArray();
        writer.WriteNil();
        writer.WriteBoolean(true);
        writer.WriteInt32(int.MinValue);
        writer.WriteInt64(long.MinValue);
        writer.WriteDouble(-1.5);
        writer.WriteDouble(double.Epsilon);
        writer.WriteDouble(double.MaxValue);
        writer.WriteSByte(1);
        writer.WriteInt16(2);
        writer.WriteSingle(float.MaxValue);
        writer.WriteString("Zürich & 東京 😀\r\n");
        writer.WriteString("Zürich & 東京"u8);
        writer.WriteBase64([1, 2, 3, 4]);
        writer.WriteDateTime(new(1998, 7, 17, 14, 8, 55));
        writer.WriteExtensionDateTime(DateTimeOffset.UnixEpoch);
        writer.WriteEndArray();
        writer.WriteEndMember();
        writer.WriteEndStruct();
        writer.Flush();
    }
}
