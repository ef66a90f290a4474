using System.Text;

namespace Nearcall.Tests.Streaming;

[Trait("Rule", "R33")]
public class StreamedBase64Tests
{
    private const string Head = "<methodResponse><params><param>";
    private const string Tail = "</param></params></methodResponse>";

    public static TheoryData<string> Values => new(
        "<value><base64></base64></value>",
        "<value><base64/></value>",
        "<value><base64>QUJD</base64></value>",
        "<value> <base64 >\n QUJD\r\nREVG\r\nRw==\r\n</base64> </value>",
        "<value><base64>QUJ<!-- > QQ -->D<![CDATA[RE]]>VG&#82;&#x77;==</base64></value>",
        "<value><base64>QQ=</base64></value>",
        "<value><base64>QQ</base64></value>",
        "<value><base64>QUI</base64></value>",
        "<value><base64>-_-_</base64></value>",
        "<value><base64>Q</base64></value>",
        "<value><base64>Q===</base64></value>",
        "<value><base64>=</base64></value>",
        "<value><base64>QQ==QQ==</base64></value>",
        "<value><base64>QQ=A</base64></value>",
        "<value><base64>QU!D</base64></value>",
        "<value><base64>QUJD</base64>x</value>",
        "<value><base64>QUJD</bas></value>",
        "<value><base64>QUJD<b/></base64></value>",
        "<value><base64>QUJD&foo;</base64></value>",
        "<value><base64>QUJD]]></base64></value>",
        "<value><string>QUJD</string></value>",
        "<value>QUJD</value>",
        "<value><int>1</int></value>",
        "<value><array><data></data></array></value>",
        "<value><base64>QUJD",
        "<value><base64>QUJ",
        "<value><base64>QUJD</base64></value></param>");

    [Theory]
    [MemberData(nameof(Values))]
    public async Task ReadBase64_TextCutAnywhere_ReadsAsFromOnePiece(string value)
    {
        var octets = Encoding.UTF8.GetBytes(Head + value + Tail);
        if (!value.EndsWith('>'))
        {
            octets = Encoding.UTF8.GetBytes(Head + value);
        }

        foreach (var dialect in new[] { XmlRpcDialect.Strict, XmlRpcDialect.Tolerant })
        {
            var expected = ReadAtOnce(octets, dialect);
            for (var place = 0; place < octets.Length; place++)
            {
                Assert.Equal(expected, await ReadAsync(PiecesStream.Cut(octets, place), dialect, 100));
            }

            foreach (var size in new[] { 1, 2, 3, 7, 64 })
            {
                Assert.Equal(expected, await ReadAsync(PiecesStream.InPiecesOf(octets, size), dialect, size));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(76)]
    public async Task ReadBase64_LongText_GivesAllOctets(int lineLength)
    {
        var data = new byte[200_000];
        new Random(5).NextBytes(data);
        var text = Convert.ToBase64String(data, lineLength > 0 ? Base64FormattingOptions.InsertLineBreaks : Base64FormattingOptions.None);
        var octets = Encoding.UTF8.GetBytes($"{Head}<value><base64>{text}</base64></value>{Tail}");
        using var message = new StreamedMessage(PiecesStream.InPiecesOf(octets, 1460), charset: null, XmlRpcDialect.Strict, XmlRpcLimits.Default);
        var cancel = TestContext.Current.CancellationToken;
        await message.ReadStartMethodResponseAsync(async: true, cancel);
        await message.ReadStartBase64Async(parameters: 0, async: true, cancel);
        var result = new MemoryStream();
        var room = new byte[1001];
        while (await message.ReadBase64Async(room, async: true, cancel) is > 0 and var count)
        {
            result.Write(room, 0, count);
        }

        Assert.Equal(data, result.ToArray());
    }

    [Fact]
    public async Task Base64Source_AnyLength_EncodesAsAtOnce()
    {
        var data = new byte[150_000];
        new Random(6).NextBytes(data);
        foreach (var length in new[] { 0, 1, 2, 3, 4, 1000, 48 * 1024, (48 * 1024) + 1, 150_000 })
        {
            foreach (var size in new[] { 7, 1000, 150_000 })
            {
                var part = data[..length];
                using var source = new Base64Source(PiecesStream.InPiecesOf(part, size));
                var text = new StringBuilder();
                while (await source.ReadAsync(async: true, TestContext.Current.CancellationToken) is { IsEmpty: false } piece)
                {
                    text.Append(Encoding.ASCII.GetString(piece.Span));
                }

                Assert.Equal(Convert.ToBase64String(part), text.ToString());
                Assert.Equal(Base64Source.LengthOf(length), text.Length);
            }
        }
    }

    private static string ReadAtOnce(byte[] octets, XmlRpcDialect dialect)
    {
        try
        {
            var reader = new XmlRpcReader(octets, dialect);
            reader.ReadStartMethodResponse();
            var data = reader.ReadBase64();
            reader.ReadEndMethodResponse();
            return Convert.ToHexString(data);
        }
        catch (XmlRpcFormatException e)
        {
            return Kind(e);
        }
    }

    private static async Task<string> ReadAsync(PiecesStream source, XmlRpcDialect dialect, int size)
    {
        var cancel = TestContext.Current.CancellationToken;
        try
        {
            using var message = new StreamedMessage(source, charset: null, dialect, XmlRpcLimits.Default);
            await message.ReadStartMethodResponseAsync(async: true, cancel);
            await message.ReadStartBase64Async(parameters: 0, async: true, cancel);
            var result = new MemoryStream();
            var room = new byte[size];
            while (await message.ReadBase64Async(room, async: true, cancel) is > 0 and var count)
            {
                result.Write(room, 0, count);
            }

            return Convert.ToHexString(result.ToArray());
        }
        catch (XmlRpcFormatException e)
        {
            return Kind(e);
        }
    }

    // A text that is decoded piece by piece names the place of the octet, not the start of the value.
    private static string Kind(XmlRpcFormatException e) => $"{e.Rule} {e.FaultCode} {e.Path} {e.Switch}";
}
