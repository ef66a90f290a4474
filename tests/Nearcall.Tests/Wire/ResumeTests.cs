using System.Text;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>Reading text that arrives in pieces: the same tokens, wherever it was cut (R78).</summary>
public sealed class ResumeTests
{
    private static readonly XmlRpcDialect Everything = XmlRpcDialect.Tolerant with { ReadDom = true, ReadSerializable = true };

    public static TheoryData<string> Documents { get; } =
    [
        "<value><int>-12345</int></value>",
        "<value/>",
        "<value> text é中😀 &lt;&#x1F600;<![CDATA[<x>]]>]<!-- c -->\r\n</value>",
        "<value><struct><member><name>größe</name><value><array><data><value><i4>1</i4></value><value>x</value></data></array></value>"
            + "</member></struct></value>",
        "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- é --><?pi é?>\n<value >\n <struct >\n"
            + "  <member > <name >a&amp;b</name > <value ><nil /></value ></member >\n </struct ></value >",
        "<value xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions' é='ü&#13;'><array><data><value><ex:i8>5</ex:i8></value>"
            + "<value><ex:nil/></value>"
            + "<value xmlns:q=\"u\"><dom><q:é a='>'>&amp;</q:é></dom></value></data></array></value>",
        "<value><array/></value>",
        "<value><array><data/></array></value>",
        "<value><struct/></value>",
        "<value><array><data><value><array><data><value/></data></array></value><value><struct><member><name/><value/></member></struct>"
            + "</value></data></array></value>",
        "<value><unknown>é</unknown></value>",
        "<value><struct><odd><é/></odd><member><odd/><name>a</name><odd/><value><boolean>1</boolean><odd>&gt;</odd></value></member>"
            + "</struct></value>",
        "<value><base64>QUJD\r\nRA==</base64></value>",
        "<value><double> 1e3 </double></value>",
    ];

    [Theory]
    [Trait("Rule", "R78")]
    [MemberData(nameof(Documents))]
    public void R78_Text_CutInTwoAnywhere_GivesTheSameTokens(string document)
    {
        var text = Utf8(document);
        var whole = Tokens(text);

        for (var cut = 0; cut <= text.Length; cut++)
        {
            Assert.Equal(whole, Tokens(text, cut));
        }
    }

    [Theory]
    [Trait("Rule", "R78")]
    [MemberData(nameof(Documents))]
    public void R78_Text_OctetByOctet_GivesTheSameTokens(string document)
    {
        var text = Utf8(document);

        Assert.Equal(Tokens(text), Tokens(text, [.. Enumerable.Range(0, text.Length)]));
    }

    [Theory]
    [Trait("Rule", "R78")]
    [MemberData(nameof(Documents))]
    public void R78_Text_OctetByOctetWithWhatWasReadCutOff_GivesTheSameTokens(string document)
    {
        var text = Utf8(document);
        var tokens = new List<string>();
        var state = new XmlRpcReaderState(Everything);
        var start = 0;
        for (var end = 0; end <= text.Length; end++)
        {
            state = Advance(text.AsSpan(start..end), end == text.Length, state, tokens);
            start += state.Position;
            state = state.Discard(state.Position);
            Assert.Equal(0, state.Position);
        }

        Assert.Equal(Tokens(text), tokens);
    }

    [Theory]
    [Trait("Rule", "R78")]
    [MemberData(nameof(Documents))]
    public void R78_TrySkip_OfAnUnfinishedValue_LeavesTheReaderWhereItStood(string document)
    {
        var text = Utf8(document);
        for (var end = 0; end < text.Length; end++)
        {
            var reader = new XmlRpcReader(text.AsSpan(0, end), isFinal: false, new XmlRpcReaderState(Everything));

            Assert.False(reader.TrySkip(), $"at {end}");
            Assert.Equal((0, 0, XmlRpcTokenType.None), (reader.Position, reader.Depth, reader.TokenType));
            var state = reader.CurrentState;
            var next = new XmlRpcReader(text, isFinal: true, state);
            Assert.True(next.TrySkip());
            Assert.Equal(text.Length, next.Position);
            Assert.False(next.Read());
        }
    }

    [Fact]
    [Trait("Rule", "R78")]
    public void R78_TrySkip_FramesEachItemOfAnArray()
    {
        var items = Enumerable.Range(0, 20)
            .Select(number => $"<value><array><data><value>é{number}</value></data></array></value>")
            .ToArray();
        var text = Utf8($"<value><array><data>{string.Concat(items)}</data></array></value>");
        var framed = new List<string>();
        var state = new XmlRpcReaderState();
        var isOpen = false;
        for (var end = 0; end <= text.Length; end++)
        {
            var reader = new XmlRpcReader(text.AsSpan(0, end), isFinal: false, state);
            isOpen = isOpen || reader.Read();
            while (isOpen && framed.Count < items.Length)
            {
                var start = reader.Position;
                if (!reader.TrySkip())
                {
                    break;
                }

                framed.Add(Encoding.UTF8.GetString(text.AsSpan(start..reader.Position)));
            }

            state = reader.CurrentState;
        }

        Assert.Equal(items, framed);
    }

    [Fact]
    [Trait("Rule", "R54")]
    public void R54_Error_InLaterText_CountsFromTheVeryStart()
    {
        var text = Utf8("<value><array><data><value><int>1</int></value><value><int>é</int></value></data></array></value>");
        var exception = Assert.Throws<XmlRpcFormatException>(() =>
        {
            var state = new XmlRpcReaderState();
            var first = new XmlRpcReader(text.AsSpan(0, 50), isFinal: false, state);
            first.ReadStartArray();
            Assert.Equal(1, first.ReadInt32());
            state = first.CurrentState;
            var position = state.Position;
            var second = new XmlRpcReader(text.AsSpan(position), isFinal: true, state.Discard(position));
            second.ReadInt32();
        });

        Assert.Equal(("R13", 59L), (exception.Rule, exception.Offset));
    }

    [Fact]
    [Trait("Rule", "R54")]
    public void R54_Octets_ThatAreNoUtf8_AreRefusedOnceTheyCannotBecomeIt()
    {
        byte[] text = [.. "<value>é"u8, 0xE4, 0xB8];

        var reader = new XmlRpcReader(text, isFinal: false, new XmlRpcReaderState());
        Assert.False(reader.Read());
        Assert.Throws<XmlRpcFormatException>(() => new XmlRpcReader(text, isFinal: true, new XmlRpcReaderState()));
        Assert.Throws<XmlRpcFormatException>(() => new XmlRpcReader([.. text, (byte)'x'], isFinal: false, new XmlRpcReaderState()));
    }

    [Fact]
    public void Discard_MoreThanWasRead_IsAMistakeOfTheCaller()
    {
        var reader = new XmlRpcReader("<value><array><data>"u8, isFinal: false, new XmlRpcReaderState());
        Assert.True(reader.Read());
        var state = reader.CurrentState;

        Assert.Equal(20, state.Position);
        Assert.Throws<ArgumentOutOfRangeException>(() => state.Discard(21));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.Discard(-1));
    }

    [Fact]
    public void State_OfAMessage_GoesOnInAnotherReader()
    {
        var text = Utf8(CallOf("<value><int>1</int></value></param><param><value><int>2</int></value>"));
        var first = new XmlRpcReader(text);
        first.ReadStartMethodCall();
        Assert.True(first.ReadNextParameter());
        Assert.Equal(1, first.ReadInt32());

        var second = new XmlRpcReader(text, isFinal: true, first.CurrentState);
        Assert.True(second.ReadNextParameter());
        Assert.Equal(2, second.ReadInt32());
        second.ReadEndParameters();
        Assert.Equal(text.Length, second.Position);
    }

    private static List<string> Tokens(byte[] text, params int[] cuts)
    {
        var tokens = new List<string>();
        var state = new XmlRpcReaderState(Everything);
        foreach (var cut in cuts)
        {
            state = Advance(text.AsSpan(0, cut), isFinal: false, state, tokens);
        }

        state = Advance(text, isFinal: true, state, tokens);
        Assert.Equal(text.Length, state.Position);
        return tokens;
    }

    private static XmlRpcReaderState Advance(ReadOnlySpan<byte> text, bool isFinal, XmlRpcReaderState state, List<string> tokens)
    {
        var reader = new XmlRpcReader(text, isFinal, state);
        while (reader.Read())
        {
            tokens.Add(reader.TokenType switch
            {
                XmlRpcTokenType.MemberName => $"name {reader.GetMemberName()}",
                XmlRpcTokenType.Scalar => $"{reader.Kind} {Scalar(text, reader)}",
                _ => $"{reader.TokenType} {reader.Depth}",
            });
        }

        return reader.CurrentState;
    }

    /// <summary>The text of the scalar that was read last, which has no public face but a reader that stands before it.</summary>
    private static string Scalar(ReadOnlySpan<byte> text, XmlRpcReader reader)
    {
        var end = reader.Position;
        var octets = text[..end];
        var start = octets.LastIndexOf("<value"u8);
        return $"{end - start} {Encoding.UTF8.GetString(octets[start..])}";
    }
}
