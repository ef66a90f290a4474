using System.Text;

namespace Nearcall.Tests.Streaming;

public class StreamedItemsTests
{
    private const string Head = "<methodResponse><params><param><value><array><data>";
    private const string Tail = "</data></array></value></param></params></methodResponse>";

    public static TheoryData<string> Answers => new(
        $"{Head}{Tail}",
        $"{Head}<value><int>1</int></value><value>two</value><value/>{Tail}",
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n{Head}\n <value><string>a&amp;b&#x20AC;</string></value> \n{Tail}\n",
        $"{Head}<value><struct><member><name>n</name><value><array><data><value>x</value><value><nil/></value></data></array></value></member></struct></value><value><array><data></data></array></value>{Tail}",
        $"<!-- <methodCall --><?note > ?>{Head}<!-- > </value> --><value><string><![CDATA[</value>]]>é€😀</string></value>{Tail}<!-- end -->",
        "<methodResponse xmlns:ex=\"http://ws.apache.org/xmlrpc/namespaces/extensions\"><params ><param\n><value> <array> <data a='>'>"
            + "<value><ex:i8>5</ex:i8></value></data> </array> </value ></param></params></methodResponse>",
        "<methodResponse><params><param><value><array><data/></array></value></param></params></methodResponse>",
        "<methodResponse><params><param><value><array/></value></param></params></methodResponse>",
        "Warning: <b>x</b> <!-- <method --> \n" + $"{Head}<value>1</value>{Tail}",
        $"{Head}<value><base64>QUJD\r\nRA==</base64></value>{Tail}",
        $"{Head}<value><int>1</int></value><value><int>x</int></value>{Tail}",
        $"{Head}<value><int>1</int></value><value><struct><member><name>age</name><value><int>99999999999</int></value></member></struct></value>{Tail}",
        $"{Head}<value><int>1</int></value><value><int>2</int></valu></data></array></value></param></params></methodResponse>",
        $"{Head}<value>1</value><oops/>{Tail}",
        $"{Head}<value>1</value>{Tail}<more/>",
        $"{Head}<value>1</value>{Tail} more",
        $"{Head}<value>1</value></data></array></value></param><param><value>2</value></param></params></methodResponse>",
        $"{Head}<value>1</value>",
        $"{Head}<value>1</value><value>2</val",
        $"{Head}<value>1</value><value>a & b</value>{Tail}",
        $"{Head}<value>1</value><value>a ]]> b</value>{Tail}",
        $"{Head}<value>1</value><value><!DOCTYPE x></value>{Tail}",
        $"{Head}<value>1</value><value>&unknown;</value>{Tail}",
        "<methodResponse><params><param><value>none</value></param></params></methodResponse>",
        "<methodResponse><params><param><value><struct></struct></value></param></params></methodResponse>",
        "<methodResponse><params></params></methodResponse>",
        "<methodCall><methodName>x</methodName></methodCall>",
        "<html><body>Not found</body></html>",
        "");

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task ReadItem_TextCutAnywhere_ReadsAsFromOnePiece(string answer)
    {
        var octets = Encoding.UTF8.GetBytes(answer);
        foreach (var dialect in new[] { XmlRpcDialect.Strict, XmlRpcDialect.Tolerant })
        {
            var expected = ReadAtOnce(octets, dialect);
            for (var place = 0; place < octets.Length; place++)
            {
                Assert.Equal(expected, await ReadAsync(PiecesStream.Cut(octets, place), dialect));
            }

            foreach (var size in new[] { 1, 2, 3, 7, 64 })
            {
                Assert.Equal(expected, await ReadAsync(PiecesStream.InPiecesOf(octets, size), dialect));
            }
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 }, "R54")]
    [InlineData(new byte[] { 0x01 }, "R22")]
    public async Task ReadItem_CharacterThatMayNotBe_IsRefusedAtItsPlace(byte[] character, string rule)
    {
        byte[] octets = [.. Encoding.ASCII.GetBytes($"{Head}<value>1</value><value>"), .. character, .. Encoding.ASCII.GetBytes($"</value>{Tail}")];

        // A text that is there at once is checked before any of it is read.
        var expected = Assert.Single(ReadAtOnce(octets, XmlRpcDialect.Strict));

        Assert.Contains($"rule {rule}.", expected, StringComparison.Ordinal);
        Assert.Equal(expected, (await ReadAsync(PiecesStream.InPiecesOf(octets, 5), XmlRpcDialect.Strict))[^1]);
    }

    [Theory]
    [InlineData("iso-8859-1", 1)]
    [InlineData("utf-16", 7)]
    [InlineData("utf-8", 3)]
    public async Task ReadItem_AnotherEncoding_IsTranscoded(string name, int size)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?>{Head}<value>é</value>{Tail}";
        var encoding = Encoding.GetEncoding(name);
        byte[] octets = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

        Assert.Equal(["\"é\""], await ReadAsync(PiecesStream.InPiecesOf(octets, size), XmlRpcDialect.Strict));
    }

    [Fact]
    public async Task ReadItem_FarItem_IsNamedByItsNumberAndOffset()
    {
        var items = string.Concat(Enumerable.Repeat("<value><struct><member><name>name</name><value><int>1</int></value></member></struct></value>", 500));
        var bad = "<value><struct><member><name>name</name><value><int>bad</int></value></member></struct></value>";
        var octets = Encoding.UTF8.GetBytes($"{Head}{items}{bad}{Tail}");

        var error = (await ReadAsync(PiecesStream.InPiecesOf(octets, 1000), XmlRpcDialect.Strict))[^1];

        Assert.Equal(ReadAtOnce(octets, XmlRpcDialect.Strict)[^1], error);
        Assert.Contains("At params[0][500].name, byte ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadItem_ItemOverMaxBytes_IsRefused()
    {
        var limits = XmlRpcLimits.Default with { MaxBytes = 64 * 1024 };
        var octets = Encoding.UTF8.GetBytes($"{Head}<value>{new string('a', 60_000)}</value><value>{new string('a', 70_000)}</value>{Tail}");

        var outcome = await ReadAsync(PiecesStream.InPiecesOf(octets, 1000), XmlRpcDialect.Strict, limits);

        Assert.Equal(2, outcome.Count);
        Assert.Contains("XmlRpcLimits.MaxBytes", outcome[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadItem_MoreValuesThanMaxMembers_CountsInEachItem()
    {
        var limits = XmlRpcLimits.Default with { MaxMembers = 10 };
        var items = string.Concat(Enumerable.Repeat("<value>a</value>", 100));

        Assert.Equal(100, (await ReadAsync(new([Encoding.UTF8.GetBytes($"{Head}{items}{Tail}")]), XmlRpcDialect.Strict, limits)).Count);
        var nested = await ReadAsync(
            new([Encoding.UTF8.GetBytes($"{Head}<value><array><data>{items}</data></array></value>{Tail}")]), XmlRpcDialect.Strict, limits);
        Assert.Contains("XmlRpcLimits.MaxMembers", Assert.Single(nested), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadItem_TextOverMaxStreamedBytes_IsRefused()
    {
        var limits = XmlRpcLimits.Default with { MaxStreamedBytes = 1000 };
        var items = string.Concat(Enumerable.Repeat("<value>a</value>", 100));
        var outcome = await ReadAsync(PiecesStream.InPiecesOf(Encoding.UTF8.GetBytes($"{Head}{items}{Tail}"), 100), XmlRpcDialect.Strict, limits);

        Assert.InRange(outcome.Count, 10, 99);
        Assert.Contains("XmlRpcLimits.MaxStreamedBytes", outcome[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadNextItem_ItemIsComplete_DoesNotWaitForMore()
    {
        var first = Encoding.UTF8.GetBytes($"{Head}<value>{new string('a', 100_000)}</value>");
        var source = new PiecesStream([.. first.Chunk(1400), Encoding.UTF8.GetBytes(Tail)]);
        using var message = new StreamedMessage(source, charset: null, XmlRpcDialect.Strict, XmlRpcLimits.Default);
        await message.ReadStartMethodResponseAsync(async: true, TestContext.Current.CancellationToken);
        await message.ReadStartArrayAsync(async: true, TestContext.Current.CancellationToken);

        Assert.True(await message.ReadNextItemAsync(async: true, TestContext.Current.CancellationToken));
        Assert.Equal(1, source.Remaining);
    }

    private static List<string> ReadAtOnce(byte[] octets, XmlRpcDialect dialect)
    {
        var items = new List<string>();
        try
        {
            var reader = new XmlRpcReader(octets, dialect);
            var type = reader.ReadStartMethodResponse();
            if (type != XmlRpcResponseType.Result)
            {
                return [type.ToString()];
            }

            reader.ReadStartArray();
            while (reader.ReadNextItem())
            {
                items.Add(reader.ReadValue().ToString());
            }

            reader.ReadEndMethodResponse();
        }
        catch (XmlRpcFormatException e)
        {
            items.Add(e.Message);
        }

        return items;
    }

    private static async Task<List<string>> ReadAsync(PiecesStream source, XmlRpcDialect dialect, XmlRpcLimits? limits = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        var items = new List<string>();
        try
        {
            using var message = new StreamedMessage(source, charset: null, dialect, limits ?? XmlRpcLimits.Default);
            var type = await message.ReadStartMethodResponseAsync(async: true, cancel);
            if (type != XmlRpcResponseType.Result)
            {
                return [type.ToString()];
            }

            await message.ReadStartArrayAsync(async: true, cancel);
            while (await message.ReadNextItemAsync(async: true, cancel))
            {
                items.Add(message.ReadItem(XmlRpcConverter.For<XmlRpcValue>()).ToString());
            }

            await message.ReadEndMethodResponseAsync(async: true, cancel);
        }
        catch (XmlRpcFormatException e)
        {
            items.Add(e.Message);
        }

        return items;
    }
}
