namespace Nearcall.Tests.Wire;

/// <summary>What reading costs in memory.</summary>
public sealed class ReaderAllocationTests
{
    public static TheoryData<string> Calls { get; } =
    [
        "<?xml version=\"1.0\"?><methodCall><methodName>add</methodName><params><param><value><int>10</int></value></param><param><value>"
            + "<i4>-5</i4></value></param></params></methodCall>",
        "<?xml version='1.0' encoding='utf-8'?>\r\n<methodCall>\r\n  <methodName>add</methodName>\r\n  <params>\r\n    <param>\r\n"
            + "      <value>\r\n        <int>10</int>\r\n      </value>\r\n"
            + "    </param>\r\n    <param>\r\n      <value><int>-5</int></value>\r\n    </param>\r\n  </params>\r\n</methodCall>\r\n",
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public void ReadCall_OfTwoInts_AllocatesNothing(string call)
    {
        var text = ReaderText.Utf8(call);
        Assert.Equal(5, Add(text, XmlRpcDialect.Strict));

        foreach (var dialect in new[] { XmlRpcDialect.Strict, XmlRpcDialect.Tolerant })
        {
            Assert.Equal(0, Allocated(() => Add(text, dialect)));
        }
    }

    [Fact]
    public void Read_TokensSkipsAndComparisons_AllocateNothing()
    {
        var text = ReaderText.Utf8(
            "<value><struct><member><name>a</name><value><array><data><value><double>1.5</double></value><value><boolean>1</boolean>"
                + "</value>"
            + "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value><value><i8>5</i8></value><value><nil/></value></data>"
            + "</array></value></member>"
            + "<member><name>b</name><value><string>skipped</string></value></member></struct></value>");

        Assert.Equal(0, Allocated(() => Walk(text)));
    }

    private static long Allocated(Action action)
    {
        // Tiered compilation allocates while it settles; the least of several rounds is the code's own.
        var least = long.MaxValue;
        for (var round = 0; round < 20 && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 50; i++)
            {
                action();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static int Add(byte[] text, XmlRpcDialect dialect)
    {
        var reader = new XmlRpcReader(text, dialect);
        reader.ReadStartMethodCall();
        Assert.True(reader.MethodName.SequenceEqual("add"u8));
        Assert.True(reader.ReadNextParameter());
        var left = reader.ReadInt32();
        Assert.True(reader.ReadNextParameter());
        var right = reader.ReadInt32();
        reader.ReadEndParameters();
        return left + right;
    }

    private static void Walk(byte[] text)
    {
        var reader = new XmlRpcReader(text);
        reader.ReadStartStruct();
        while (reader.ReadNextMember())
        {
            if (!reader.MemberNameEquals("a"u8))
            {
                reader.Skip();
                continue;
            }

            reader.ReadStartArray();
            Assert.True(reader.ReadNextItem());
            _ = reader.ReadDouble();
            _ = reader.ReadBoolean();
            _ = reader.ReadDateTime();
            _ = reader.PeekKind();
            _ = reader.ReadInt64();
            Assert.True(reader.TryReadNil());
            Assert.False(reader.ReadNextItem());
        }
    }
}
