namespace Nearcall.Tests.Converters;

[Trait("Rule", "R71")]
public class NullableConverterTests
{
    private const string Nil = "<value><nil/></value>";

    [Fact]
    public void R71_Nullable_OfEachValueType_TakesNilAndContent()
    {
        AssertNullable<bool>(true);
        AssertNullable(5);
        AssertNullable(5L);
        AssertNullable<short>(5);
        AssertNullable<sbyte>(5);
        AssertNullable(2.5);
        AssertNullable(2.5f);
        AssertNullable(2.5m);
        AssertNullable(new DateTime(2026, 5, 4));
        AssertNullable(new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.FromHours(2)));
        AssertNullable(new XmlRpcDateTime(2026, 5, 4));
        AssertNullable<System.Numerics.BigInteger>(5);
        AssertNullable<XmlRpcBigDecimal>(2.5m);
        AssertNullable<XmlRpcValue>("text");
        Assert.Null(ConverterRun.Read<ReadOnlyMemory<byte>?>(Nil));
        Assert.Equal([1], ConverterRun.Read<ReadOnlyMemory<byte>?>("<value><base64>AQ==</base64></value>")!.Value.ToArray());
    }

    [Fact]
    public void R71_Nil_ForATypeThatIsNotNullable_IsRefused()
    {
        Assert.Contains("nil", ConverterRun.ReadFails<int>(Nil).Message, StringComparison.Ordinal);
        Assert.Contains("nil", ConverterRun.ReadFails<string>(Nil).Message, StringComparison.Ordinal);
        Assert.Contains("nil", ConverterRun.ReadFails<byte[]>(Nil).Message, StringComparison.Ordinal);
        Assert.Contains("nil", ConverterRun.ReadFails<List<int>>(Nil).Message, StringComparison.Ordinal);
        Assert.Contains("nil", ConverterRun.ReadFails<Dictionary<string, int>>(Nil).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void R71_ForNullable_OfAReferenceType_TakesNilAndContent()
    {
        var converter = XmlRpcConverter.ForNullable<string>();

        Assert.Same(converter, XmlRpcConverter.ForNullable<string>());
        Assert.Equal(XmlRpcKind.String, converter.Kind);
        Assert.Null(ConverterRun.Read(converter, Nil));
        Assert.Equal("text", ConverterRun.Read(converter, "<value>text</value>"));
        Assert.Equal(Nil, ConverterRun.Write<string?>(converter, null));
        Assert.Equal("<value><string>text</string></value>", ConverterRun.Write<string?>(converter, "text"));
        Assert.Throws<NotSupportedException>(() => XmlRpcConverter.ForNullable<object>());
    }

    [Fact]
    public void R71_Null_OfAReferenceType_IsWrittenAsNil()
    {
        Assert.Equal(Nil, ConverterRun.Write<string>(null!));
        Assert.Equal(Nil, ConverterRun.Write<byte[]>(null!));
        Assert.Equal(Nil, ConverterRun.Write<XmlRpcArray>(null!));
        Assert.Equal(Nil, ConverterRun.Write<XmlRpcStruct>(null!));
        Assert.Equal(Nil, ConverterRun.Write<int[]>(null!));
        Assert.Equal(Nil, ConverterRun.Write<List<int>>(null!));
        Assert.Equal(Nil, ConverterRun.Write<Dictionary<string, int>>(null!));
        Assert.Equal(
            "XmlRpcDialect.WriteNil",
            Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Write<string>(null!, XmlRpcDialect.Strict)).Switch);
    }

    [Theory]
    [InlineData(XmlRpcNilForm.Nil, Nil)]
    [InlineData(XmlRpcNilForm.False, "<value><boolean>0</boolean></value>")]
    [InlineData(XmlRpcNilForm.EmptyString, "<value><string></string></value>")]
    public void R71_ForNullable_OfAConverter_TakesWhatStandsForNull(XmlRpcNilForm form, string text)
    {
        var texts = XmlRpcConverter.ForNullable(XmlRpcConverter.For<string>(), form);
        var numbers = XmlRpcConverter.ForNullableValue(XmlRpcConverter.For<int>(), form);

        Assert.Equal((XmlRpcKind.String, XmlRpcKind.Int), (texts.Kind, numbers.Kind));
        Assert.Equal((text, text), (ConverterRun.Write<string?>(texts, null), ConverterRun.Write<int?>(numbers, null)));
        Assert.Null(ConverterRun.Read(texts, text));
        Assert.Null(ConverterRun.Read(numbers, text));
        Assert.Null(ConverterRun.Read(numbers, Nil));
        Assert.Equal("a", ConverterRun.Read(texts, ConverterRun.Write<string?>(texts, "a")));
        Assert.Equal(5, ConverterRun.Read(numbers, ConverterRun.Write<int?>(numbers, 5)));
        Assert.Throws<ArgumentNullException>(() => XmlRpcConverter.ForNullable<string>(null!));
        Assert.Throws<ArgumentNullException>(() => XmlRpcConverter.ForNullableValue<int>(null!));
    }

    private static void AssertNullable<T>(T content)
        where T : struct
    {
        Assert.Equal(XmlRpcConverter.For<T>().Kind, XmlRpcConverter.For<T?>().Kind);
        Assert.Null(ConverterRun.Read<T?>(Nil));
        Assert.Equal(Nil, ConverterRun.Write<T?>(null));
        Assert.Equal(content, ConverterRun.Read<T?>(ConverterRun.Write<T?>(content)));
        Assert.Equal(ConverterRun.Write(content), ConverterRun.Write<T?>(content));
    }
}
