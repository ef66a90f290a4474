using System.Text;

namespace Nearcall.Tests.Streaming;

public class StreamedCallTests
{
    private const string Call =
        "<?xml version=\"1.0\"?><methodCall><methodName>put</methodName><params><param><value>name</value></param>"
        + "<param><value><int>7</int></value></param><param><value><base64>QUJD</base64></value></param></params></methodCall>\n";

    [Fact]
    public async Task ReadParameters_CallCutAnywhere_GivesArgumentsAndOctets()
    {
        var octets = Encoding.UTF8.GetBytes(Call);
        for (var place = 0; place < octets.Length; place++)
        {
            Assert.Equal("put name 7 QUJD", await ReadAsync(PiecesStream.Cut(octets, place)));
        }

        Assert.Equal("put name 7 QUJD", await ReadAsync(PiecesStream.InPiecesOf(octets, 1)));
    }

    [Theory]
    [InlineData("<methodCall><methodName>put</methodName></methodCall>")]
    [InlineData("<methodCall><methodName>put</methodName><params/></methodCall>")]
    [InlineData("<methodCall><methodName>put</methodName><params><param><value>name</value></param></params></methodCall>")]
    public async Task ReadParameters_FewerParameters_LeavesACompleteCall(string call)
    {
        var octets = Encoding.UTF8.GetBytes(call);
        for (var place = 0; place < octets.Length; place++)
        {
            using var message = Open(PiecesStream.Cut(octets, place));
            await message.ReadStartMethodCallAsync(async: true, TestContext.Current.CancellationToken);

            Assert.False(await message.ReadParametersAsync(2, async: true, TestContext.Current.CancellationToken));
            Assert.True(message.IsFinal);
            Assert.Contains("'size' is missing", ReadShort(message), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<param><value>more</value></param></params></methodCall>", "R55")]
    [InlineData("</params></methodCall>x", "R06")]
    [InlineData("</params>", null)]
    public async Task ReadBase64_BadTail_ThrowsWhereItIsReached(string tail, string? rule)
    {
        var octets = Encoding.UTF8.GetBytes(
            "<methodCall><methodName>put</methodName><params><param><value><base64>QUJD</base64></value></param>" + tail);
        foreach (var size in new[] { 1, 1000 })
        {
            using var message = Open(PiecesStream.InPiecesOf(octets, size));
            var cancel = TestContext.Current.CancellationToken;
            await message.ReadStartMethodCallAsync(async: true, cancel);
            Assert.True(await message.ReadParametersAsync(0, async: true, cancel));
            await message.ReadStartBase64Async(parameters: 0, async: true, cancel);
            Assert.Equal(3, await ReadSomeAsync(message));

            var error = await Assert.ThrowsAsync<XmlRpcFormatException>(
                async () => await message.ReadBase64Async(new byte[10], async: true, cancel));

            Assert.Equal(rule, error.Rule);
        }

        static async Task<int> ReadSomeAsync(StreamedMessage message)
        {
            var sum = 0;
            while (sum < 3)
            {
                sum += await message.ReadBase64Async(new byte[3 - sum], async: true, TestContext.Current.CancellationToken);
            }

            return sum;
        }
    }

    [Fact]
    public async Task ReadBase64_MalformedLastParameter_NamesIt()
    {
        using var message = Open(new PiecesStream([Encoding.UTF8.GetBytes(Call.Replace("QUJD", "QUJD!", StringComparison.Ordinal))]));
        var cancel = TestContext.Current.CancellationToken;
        await message.ReadStartMethodCallAsync(async: true, cancel);
        await message.ReadParametersAsync(2, async: true, cancel);
        await message.ReadStartBase64Async(parameters: 2, async: true, cancel);

        var error = await Assert.ThrowsAsync<XmlRpcFormatException>(
            async () => await message.ReadBase64Async(new byte[10], async: true, cancel));

        Assert.Equal("params[2]", error.Path);
        Assert.Equal(Call.IndexOf("QUJD", StringComparison.Ordinal) + 4, error.Offset);
    }

    [Fact]
    public async Task Gather_AfterTheMethodName_GivesTheWholeCall()
    {
        using var message = Open(PiecesStream.InPiecesOf(Encoding.UTF8.GetBytes(Call), 10));
        await message.ReadStartMethodCallAsync(async: true, TestContext.Current.CancellationToken);
        await message.GatherAsync(async: true, TestContext.Current.CancellationToken);

        Assert.Equal("name 7 QUJD", ReadAll(message));
    }

    private static StreamedMessage Open(Stream source) => new(source, charset: null, XmlRpcDialect.Strict, XmlRpcLimits.Default);

    private static async Task<string> ReadAsync(Stream source)
    {
        using var message = Open(source);
        var cancel = TestContext.Current.CancellationToken;
        await message.ReadStartMethodCallAsync(async: true, cancel);
        var name = Encoding.UTF8.GetString(message.MethodName);
        Assert.True(await message.ReadParametersAsync(2, async: true, cancel));
        var arguments = ReadTwo(message);
        await message.ReadStartBase64Async(parameters: 2, async: true, cancel);
        var data = new MemoryStream();
        var room = new byte[2];
        while (await message.ReadBase64Async(room, async: true, cancel) is > 0 and var count)
        {
            data.Write(room, 0, count);
        }

        return $"{name} {arguments} {Convert.ToBase64String(data.ToArray())}";
    }

    private static string ReadTwo(StreamedMessage message)
    {
        var reader = message.OpenArguments();
        reader.ReadStartParameter("name");
        var name = reader.ReadString();
        reader.ReadStartParameter("size");
        var size = reader.ReadInt32();
        reader.ReadStartParameter("data");
        return $"{name} {size}";
    }

    private static string ReadShort(StreamedMessage message)
    {
        var reader = message.OpenArguments();
        try
        {
            while (true)
            {
                reader.ReadStartParameter("size");
                reader.Skip();
            }
        }
        catch (XmlRpcFormatException e)
        {
            return e.Message;
        }
    }

    private static string ReadAll(StreamedMessage message)
    {
        var reader = message.OpenArguments();
        reader.ReadStartParameter("name");
        var name = reader.ReadString();
        reader.ReadStartParameter("size");
        var size = reader.ReadInt32();
        reader.ReadStartParameter("data");
        var data = reader.ReadBase64();
        reader.ReadEndParameters();
        return $"{name} {size} {Convert.ToBase64String(data)}";
    }
}
