using System.Globalization;
using System.Numerics;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>Reading straight into .NET types: what converts without loss does, and the rest says what was there (R55).</summary>
public sealed class ReaderTypedTests
{
    private delegate T Read<out T>(ref XmlRpcReader reader);

    public static TheoryData<string, string> Kinds { get; } = new()
    {
        { "<nil/>", "nil" },
        { "<int>5</int>", "an int" },
        { "<boolean>1</boolean>", "a boolean" },
        { "<string>x</string>", "a string" },
        { "<double>1.5</double>", "a double" },
        { "<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>", "a dateTime.iso8601" },
        { "<base64>QQ==</base64>", "a base64" },
        { "<struct/>", "a struct" },
        { "<array><data/></array>", "an array" },
        { "<i8>5</i8>", "an i8" },
        { "<i1>5</i1>", "an ex:i1" },
        { "<i2>5</i2>", "an ex:i2" },
        { "<float>1.5</float>", "an ex:float" },
        { "<bigdecimal>1.5</bigdecimal>", "an ex:bigdecimal" },
        { "<biginteger>5</biginteger>", "an ex:biginteger" },
        { "<dateTime>1998-07-17T14:08:55Z</dateTime>", "an ex:dateTime" },
        { "<dom><a/></dom>", "an ex:dom" },
        { "<serializable>QQ==</serializable>", "an ex:serializable" },
    };

    private static XmlRpcDialect Everything { get; } =
        XmlRpcDialect.Strict with { ReadExtensions = true, ReadDom = true, ReadSerializable = true };

    [Theory]
    [Trait("Rule", "R55")]
    [MemberData(nameof(Kinds))]
    public void R55_WrongKind_IsRefusedAndSaysWhatWasThere(string type, string kind)
    {
        var whole = type.Contains(">5<", StringComparison.Ordinal);
        Check(whole, (ref reader) => reader.ReadInt32());
        Check(whole, (ref reader) => reader.ReadInt64());
        Check(whole, (ref reader) => reader.ReadInt16());
        Check(whole, (ref reader) => reader.ReadSByte());
        Check(whole, (ref reader) => reader.ReadBigInteger());
        Check(whole || kind == "an ex:bigdecimal", (ref reader) => reader.ReadBigDecimal());
        Check((whole && kind != "an ex:biginteger") || kind is "a double" or "an ex:float", (ref reader) => reader.ReadDouble());
        Check((whole && kind != "an ex:biginteger") || kind is "a double" or "an ex:float", (ref reader) => reader.ReadSingle());
        Check(kind == "a boolean", (ref reader) => reader.ReadBoolean());
        Check(kind == "a string", (ref reader) => reader.ReadString());
        Check(kind is "a dateTime.iso8601" or "an ex:dateTime", (ref reader) => reader.ReadDateTime());
        Check(kind == "an ex:dateTime", (ref reader) => reader.ReadDateTimeOffset(), isKind: kind is "a dateTime.iso8601");
        Check(kind == "a base64", (ref reader) => reader.ReadBase64());
        Check(kind == "an array", ReadArray);
        Check(kind == "a struct", ReadStruct);

        void Check<T>(bool accepts, Read<T> read, bool isKind = false)
        {
            var text = Utf8(CallOf($"<value>{type}</value>"));
            XmlRpcFormatException? exception = null;
            try
            {
                var reader = new XmlRpcReader(text, Everything);
                reader.ReadStartMethodCall();
                Assert.True(reader.ReadNextParameter());
                read(ref reader);
            }
            catch (XmlRpcFormatException caught)
            {
                exception = caught;
            }

            Assert.Equal(accepts, exception is null);
            if (exception is not null && !isKind)
            {
                Assert.Equal(
                    (XmlRpcFaultCodes.InvalidParameters, "R55", "params[0]"),
                    (exception.FaultCode, exception.Rule, exception.Path));
                Assert.EndsWith($"but the value is {kind}.", exception.Problem, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [Trait("Rule", "R55")]
    [InlineData("<int>{0}</int>")]
    [InlineData("<i8>{0}</i8>")]
    [InlineData("<i2>{0}</i2>")]
    [InlineData("<biginteger>{0}</biginteger>")]
    public void R55_WholeNumber_OutsideOfTheTypeAskedFor_IsRefused(string format)
    {
        var type = string.Format(CultureInfo.InvariantCulture, format, 1000);

        Assert.Equal(1000, Reader(type).ReadInt16());
        Assert.Equal(1000L, Reader(type).ReadInt64());
        Assert.Equal(new BigInteger(1000), Reader(type).ReadBigInteger());
        var exception = Assert.Throws<XmlRpcFormatException>(() => Reader(type).ReadSByte());
        Assert.Equal((XmlRpcFaultCodes.InvalidParameters, "R55"), (exception.FaultCode, exception.Rule));
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void R15_WideInt_ReadAsAnInt_IsRefusedAndNeverCutOff()
    {
        var exception = Assert.Throws<XmlRpcFormatException>(
            () => new XmlRpcReader(Utf8("<value><int>4294967297</int></value>"), XmlRpcDialect.Tolerant).ReadInt32());

        Assert.Equal("R55", exception.Rule);
    }

    [Fact]
    [Trait("Rule", "R20")]
    public void R20_WholeNumber_AsADouble_KeepsAllItsDigitsOrIsRefused()
    {
        Assert.Equal(9007199254740992.0, Reader("<i8>9007199254740992</i8>").ReadDouble());
        Assert.Equal(-9007199254740992.0, Reader("<i8>-9007199254740992</i8>").ReadDouble());
        Assert.Equal("R20", Assert.Throws<XmlRpcFormatException>(() => Reader("<i8>9007199254740993</i8>").ReadDouble()).Rule);
        Assert.Equal("R20", Assert.Throws<XmlRpcFormatException>(() => Reader("<i8>-9223372036854775808</i8>").ReadDouble()).Rule);
        var tooGreat = $"<double>1{new string('0', 39)}</double>";
        Assert.Equal("R20", Assert.Throws<XmlRpcFormatException>(() => Reader(tooGreat).ReadSingle()).Rule);
    }

    [Fact]
    [Trait("Rule", "R31")]
    public void R31_DateWithoutZone_AsAnInstant_IsRefused()
    {
        const string Date = "<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>";

        var exception = Assert.Throws<XmlRpcFormatException>(() => Reader(Date).ReadDateTimeOffset());

        Assert.Equal("R31", exception.Rule);
    }

    [Fact]
    [Trait("Rule", "R38")]
    public void R38_Item_BehindTheLast_IsRefused()
    {
        const string Array = "<value><array><data></data></array></value>";

        Assert.Equal("R38", Assert.Throws<XmlRpcFormatException>(() => Inside(Array).ReadInt32()).Rule);
        Assert.Equal("R38", Assert.Throws<XmlRpcFormatException>(() => Inside(Array).Skip()).Rule);
        Assert.Equal("R38", Assert.Throws<XmlRpcFormatException>(() => Inside(Array).TryReadNil()).Rule);
    }

    [Fact]
    public void PeekKind_LeavesTheReaderWhereItStands()
    {
        var reader = Reader("<array><data><value><i8>5</i8></value></data></array>");

        Assert.Equal(XmlRpcKind.Array, reader.PeekKind());
        reader.ReadStartArray();
        Assert.Equal(XmlRpcKind.I8, reader.PeekKind());
        Assert.False(reader.TryReadNil());
        Assert.Equal(5, reader.ReadInt64());
        Assert.False(reader.ReadNextItem());
    }

    [Fact]
    public void Read_GoesThroughTheTokensOfAValue()
    {
        var tokens = new List<string>();
        var reader = Reader("<struct><member><name>a</name><value><array><data><value>1</value></data></array></value></member></struct>");
        while (reader.Read())
        {
            tokens.Add($"{reader.TokenType} {reader.Depth}");
        }

        Assert.Equal(["StartStruct 1", "MemberName 1", "StartArray 2", "Scalar 2", "EndArray 1", "EndStruct 0"], tokens);
        Assert.False(reader.Read());
    }

    [Fact]
    public void Skip_PassesOverOneValue()
    {
        var reader = Reader("<array><data><value><struct><member><name>a</name><value><dom><b/></dom></value></member></struct></value>"
            + "<value><int>2</int></value></data></array>");
        reader.ReadStartArray();
        reader.Skip();

        Assert.Equal(2, reader.ReadInt32());
    }

    [Fact]
    public void ReadValue_Twice_IsAMistakeOfTheCaller()
    {
        Assert.Throws<InvalidOperationException>(() =>
        {
            var reader = Reader("<int>1</int>");
            reader.ReadValue();
            reader.ReadValue();
        });
        Assert.Throws<InvalidOperationException>(() => Reader("<int>1</int>").ReadNextItem());
        Assert.Throws<InvalidOperationException>(() => Reader("<int>1</int>").ReadNextMember());
        Assert.Throws<InvalidOperationException>(() => Reader("<int>1</int>").ReadNextParameter());
        Assert.Throws<InvalidOperationException>(() => Reader("<int>1</int>").ReadEndMethodResponse());
    }

    [Theory]
    [InlineData("<methodCall><methodName>")]
    [InlineData("<methodCall>")]
    [InlineData("")]
    public void ReadStartMethodCall_OfUnfinishedText_IsAMistakeOfTheCaller(string text) =>
        Assert.Throws<InvalidOperationException>(() => Unfinished(text).ReadStartMethodCall());

    [Theory]
    [InlineData("<methodResponse><params>")]
    [InlineData("<methodResponse>")]
    [InlineData("<!-- ")]
    public void ReadStartMethodResponse_OfUnfinishedText_IsAMistakeOfTheCaller(string text) =>
        Assert.Throws<InvalidOperationException>(() => Unfinished(text).ReadStartMethodResponse());

    [Fact]
    public void ReadValue_OfUnfinishedText_IsAMistakeOfTheCaller()
    {
        Assert.Throws<InvalidOperationException>(() => Unfinished("<value><int>1").ReadInt32());
        Assert.Throws<InvalidOperationException>(() => Unfinished("<value><int>1").Skip());
        Assert.Throws<InvalidOperationException>(() => Unfinished("<value><struct><member><name>a").ReadValue());
        Assert.Throws<InvalidOperationException>(() => Unfinished("<value><array><data> ").ReadValue());
    }

    [Fact]
    [Trait("Rule", "R65")]
    public void ReadNextParameter_InAnArray_GoesThroughItsItems()
    {
        var reader = Inside("<value><array><data><value><int>1</int></value>\n<value><int>2</int></value>\n</data></array></value>");

        Assert.True(reader.ReadNextParameter());
        Assert.Equal(1, reader.ReadInt32());
        Assert.True(reader.ReadNextParameter());
        Assert.Equal(2, reader.ReadInt32());
        Assert.False(reader.ReadNextParameter());
        reader.ReadEndParameters();
    }

    [Theory]
    [Trait("Rule", "R28")]
    [InlineData("<int>1</int>", XmlRpcFaultCodes.InvalidMessage, "R28")]
    [InlineData("<foo/>", XmlRpcFaultCodes.InvalidMessage, "R41")]
    [InlineData("<param/>", XmlRpcFaultCodes.InvalidMessage, "R28")]
    [InlineData("</value>", XmlRpcFaultCodes.NotWellFormed, null)]
    [InlineData("", XmlRpcFaultCodes.NotWellFormed, null)]
    [InlineData("<?a?", XmlRpcFaultCodes.NotWellFormed, null)]
    public void R28_Text_ThatIsNoValue_IsRefused(string text, int faultCode, string? rule)
    {
        var exception = Assert.Throws<XmlRpcFormatException>(() => ReadValue(text));

        Assert.Equal((faultCode, rule), (exception.FaultCode, exception.Rule));
    }

    private static XmlRpcReader Unfinished(string text) => new(Utf8(text), isFinal: false, new XmlRpcReaderState());

    private static XmlRpcReader Reader(string type) =>
        new(Utf8($"<value>{type}</value>"), XmlRpcDialect.Strict with { ReadExtensions = true });

    private static XmlRpcReader Inside(string array)
    {
        var reader = new XmlRpcReader(Utf8(array));
        reader.ReadStartArray();
        return reader;
    }

    private static bool ReadArray(ref XmlRpcReader reader)
    {
        reader.ReadStartArray();
        return reader.ReadNextItem();
    }

    private static bool ReadStruct(ref XmlRpcReader reader)
    {
        reader.ReadStartStruct();
        return reader.ReadNextMember();
    }
}
