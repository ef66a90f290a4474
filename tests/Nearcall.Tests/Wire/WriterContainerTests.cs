using System.Xml.Linq;

namespace Nearcall.Tests.Wire;

public sealed class WriterContainerTests
{
    [Fact]
    [Trait("Rule", "R38")]
    [Trait("Rule", "R39")]
    public void R38_WriteArray_MixedItems_HasOneData() => Assert.Equal(
        "<value><array><data><value><int>1</int></value><value><string>x</string></value><value><array><data></data></array></value>"
            + "</data></array></value>",
        Writing.Text((ref writer) =>
        {
            writer.WriteStartArray();
            writer.WriteInt32(1);
            writer.WriteString("x");
            writer.WriteStartArray();
            writer.WriteEndArray();
            writer.WriteEndArray();
        }));

    [Fact]
    [Trait("Rule", "R34")]
    [Trait("Rule", "R35")]
    public void R34_WriteStruct_Members_KeepTheirOrder()
    {
        const string Expected = "<value><struct><member><name>b</name><value><int>2</int></value></member>"
            + "<member><name>a</name><value><struct></struct></value></member></struct></value>";

        Assert.Equal(
            Expected,
            Writing.Text((ref writer) =>
            {
                writer.WriteStartStruct();
                writer.WriteStartMember("b");
                writer.WriteInt32(2);
                writer.WriteEndMember();
                writer.WriteStartMember("a"u8);
                writer.WriteStartStruct();
                writer.WriteEndStruct();
                writer.WriteEndMember();
                writer.WriteEndStruct();
            }));
        Assert.Equal(Expected, Writing.Text((ref writer) => writer.WriteValue(new XmlRpcStruct { ["b"] = 2, ["a"] = XmlRpcStruct.Empty })));
    }

    [Theory]
    [Trait("Rule", "R37")]
    [InlineData("", "")]
    [InlineData(" a b ", " a b ")]
    [InlineData("<&>\r", "&lt;&amp;&gt;&#13;")]
    [InlineData("größe 😀", "größe 😀")]
    public void R37_WriteStartMember_AnyName_IsEscapedAndElseKept(string name, string expected)
    {
        expected = $"<value><struct><member><name>{expected}</name><value><int>1</int></value></member></struct></value>";

        Assert.Equal(expected, Writing.Text((ref writer) => writer.WriteValue(new XmlRpcStruct { [name] = 1 })));
        Assert.Equal(
            expected,
            Writing.Text((ref writer) =>
            {
                writer.WriteStartStruct();
                writer.WriteStartMember(System.Text.Encoding.UTF8.GetBytes(name));
                writer.WriteInt32(1);
                writer.WriteEndMember();
                writer.WriteEndStruct();
            }));
    }

    [Fact]
    [Trait("Rule", "R22")]
    [Trait("Rule", "R37")]
    public void R37_WriteStartMember_InvalidCharacter_IsRefusedReplacedOrRemoved()
    {
        WriteAction write = (ref writer) => writer.WriteValue(new XmlRpcStruct { ["a\u0001"] = 1 });

        var refusal = Writing.Refusal(write);
        Assert.Equal("R22", refusal.Rule);
        Assert.Equal("XmlRpcDialect.WriteInvalidCharacters", refusal.Switch);
        Assert.Equal("<value><struct><member><name>a".Length, refusal.Offset);
        Assert.Contains(
            "<name>a\uFFFD</name>",
            Writing.Text(write, XmlRpcDialect.Strict with { WriteInvalidCharacters = XmlRpcInvalidCharacters.Replace }),
            StringComparison.Ordinal);
        Assert.Contains(
            "<name>a</name>",
            Writing.Text(write, XmlRpcDialect.Strict with { WriteInvalidCharacters = XmlRpcInvalidCharacters.Remove }),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R40")]
    public void R40_WriteValue_DeepestValue_IsWritten()
    {
        XmlRpcValue value = 1;
        for (var depth = 0; depth < XmlRpcLimits.GreatestDepth; depth++)
        {
            value = depth % 3 == 0 ? new XmlRpcStruct { ["a"] = value } : [value];
        }

        var text = Writing.Text((ref writer) => writer.WriteValue(value));

        Assert.Equal(XmlRpcLimits.GreatestDepth + 1, text.Split("<value>").Length - 1);
        Assert.Equal(XmlRpcLimits.GreatestDepth + 1, text.Split("</value>").Length - 1);
    }

    [Theory]
    [Trait("Rule", "R40")]
    [InlineData(true)]
    [InlineData(false)]
    public void R40_WriteStart_GraphThatContainsItself_IsRefusedBeforeTheStackEnds(bool asStruct)
    {
        var refusal = Writing.Refusal((ref writer) => WriteForEver(ref writer, asStruct));

        Assert.Equal("R40", refusal.Rule);
        Assert.Null(refusal.Switch);
        Assert.StartsWith("Structs and arrays nested deeper than 256 levels cannot be written.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteValue_EveryPlainKind_IsWrittenAsItsMethodDoes()
    {
        var date = new XmlRpcDateTime(1998, 7, 17, 14, 8, 55);
        XmlRpcValue value = [1, true, "a", 2.5, date, (byte[])[1, 2, 3], 5L, XmlRpcValue.Nil];

        Assert.Equal(
            Writing.Text((ref writer) => writer.WriteValue(value), XmlRpcDialect.Strict with { WriteNil = true, WriteI8 = true }),
            Writing.Text(
                (ref writer) =>
                {
                    writer.WriteStartArray();
                    writer.WriteInt32(1);
                    writer.WriteBoolean(true);
                    writer.WriteString("a");
                    writer.WriteDouble(2.5);
                    writer.WriteDateTime(date);
                    writer.WriteBase64([1, 2, 3]);
                    writer.WriteInt64(5);
                    writer.WriteNil();
                    writer.WriteEndArray();
                },
                XmlRpcDialect.Strict with { WriteNil = true, WriteI8 = true }));
    }

    [Fact]
    public void WriteValue_AnyNesting_FillsEveryPlaceOnce()
    {
        var random = new Random(34);
        for (var i = 0; i < 500; i++)
        {
            var value = Next(random, depth: 0);

            var text = Writing.Text((ref writer) =>
            {
                writer.WriteStartMethodResponse();
                writer.WriteValue(value);
                writer.WriteEndMethodResponse();
            });

            var document = XDocument.Parse(text);
            Assert.All(document.Descendants("member"), member => Assert.Single(member.Elements("value")));
            Assert.Single(document.Root!.Descendants("param").Elements("value"));
        }
    }

    private static XmlRpcValue Next(Random random, int depth) => random.Next(depth < 6 ? 4 : 2) switch
    {
        0 => random.Next(),
        1 => "x",
        2 => XmlRpcArray.Create(Enumerable.Range(0, random.Next(4)).Select(_ => Next(random, depth + 1))),
        _ => new XmlRpcStruct(Enumerable.Range(0, random.Next(4)).Select(
            index => KeyValuePair.Create($"m{index}", Next(random, depth + 1)))),
    };

    private static void WriteForEver(ref XmlRpcWriter writer, bool asStruct)
    {
        if (asStruct)
        {
            writer.WriteStartStruct();
            writer.WriteStartMember("again");
        }
        else
        {
            writer.WriteStartArray();
        }

        WriteForEver(ref writer, asStruct);
    }
}
