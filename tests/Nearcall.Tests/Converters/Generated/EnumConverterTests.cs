using Nearcall;
using Nearcall.Tests.Converters.Generated;

[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Color))]
[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Color?))]
[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Level))]
[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Access))]
[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Rights))]
[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Octet))]
[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Signed))]
[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Wide))]
[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Widest))]
[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Huge))]
[assembly: XmlRpcConvertible(typeof(EnumConverterTests.Painting))]

namespace Nearcall.Tests.Converters.Generated;

public sealed class EnumConverterTests
{
    [Fact]
    public void RoundTrip_ByNumber_KeepsEachValue()
    {
        AssertRoundTrips(XmlRpcKind.Int, Color.Red, Color.Green);
        AssertRoundTrips(XmlRpcKind.Int, Octet.None, Octet.All);
        AssertRoundTrips(XmlRpcKind.Int, Signed.Below, Signed.Above);
        AssertRoundTrips(XmlRpcKind.I8, Wide.Least, Wide.Greatest);
        AssertRoundTrips(XmlRpcKind.I8, Widest.None, Widest.Greatest);
        AssertRoundTrips(XmlRpcKind.Int, Access.None, Access.Read | Access.Delete, Access.ReadWrite);
        Assert.Equal("<value><int>2</int></value>", ConverterRun.Write(Color.Green));
        Assert.Equal("<value><i8>9223372036854775807</i8></value>", ConverterRun.Write(Widest.Greatest));
    }

    [Fact]
    public void RoundTrip_ByName_KeepsEachValue()
    {
        AssertRoundTrips(XmlRpcKind.String, Level.VeryLow, Level.High);
        AssertRoundTrips(XmlRpcKind.String, Huge.Greatest, Huge.None);
        Assert.Equal("<value><string>very_low</string></value>", ConverterRun.Write(Level.VeryLow));
        Assert.Equal("<value><string>TOP</string></value>", ConverterRun.Write(Level.High));
    }

    [Theory]
    [InlineData(Rights.Read, "read")]
    [InlineData(Rights.Read | Rights.Delete, "read, delete")]
    [InlineData(Rights.Read | Rights.Write, "change")]
    [InlineData(Rights.Read | Rights.Write | Rights.Delete, "change, delete")]
    [InlineData((Rights)0, "")]
    internal void RoundTrip_FlagsByName_KeepsEachCombination(Rights rights, string text)
    {
        Assert.Equal($"<value><string>{text}</string></value>", ConverterRun.Write(rights));
        Assert.Equal(rights, ConverterRun.RoundTrip(rights, XmlRpcKind.String));
    }

    [Fact]
    public void Read_FlagsByName_TakesAnyOrderAndSpaces() =>
        Assert.Equal(
            Rights.Read | Rights.Write | Rights.Delete,
            ConverterRun.Read<Rights>("<value><string>delete,write ,  read</string></value>"));

    [Fact]
    public void Read_NoValueOfTheEnum_IsRefusedWithWhatIsExpected()
    {
        AssertRefused<Color>(
            "<value><int>3</int></value>", "A value of EnumConverterTests.Color was expected, one of 1 or 2, and this is 3.");
        AssertRefused<Octet>("<value><int>300</int></value>", "one of 0 or 255, and this is 300.");
        AssertRefused<Access>("<value><int>8</int></value>", "a combination of 0, 1, 2, 3 or 4, and this is 8.");
        AssertRefused<Access>("<value><int>-1</int></value>", "and this is -1.");
        AssertRefused<Level>("<value>HIGH</value>", "one of 'very_low' or 'TOP', and this is 'HIGH'.");
        AssertRefused<Rights>("<value>read, fly</value>", "and this is 'read, fly'.");
        AssertRefused<Level>($"<value>{new string('x', 1000)}</value>", $"and this is '{new string('x', 60)}…'.");
        AssertRefused<Level>("<value><int>1</int></value>", "A string was expected");
        AssertRefused<Color>("<value>Red</value>", "An int was expected");
        AssertRefused<Color>("<value><i8>3000000000</i8></value>", "does not fit");
    }

    [Fact]
    public void Write_NoValueOfTheEnum_HasNoName()
    {
        Assert.Equal("<value><int>7</int></value>", ConverterRun.Write((Color)7));
        AssertNotWritten((Level)7, "7 is no value of");
        AssertNotWritten((Rights)9, "9 is no combination of values of");
        AssertNotWritten((Widest)ulong.MaxValue, "greater than an i8 holds");
    }

    [Fact]
    public void RoundTrip_AtAPlace_FollowsItsForm()
    {
        var painting = new Painting(Color.Red, [Color.Green, Color.Red], null, Level.High);

        var value = XmlRpcValue.From(painting).AsStruct();

        Assert.Equal("Red", value["Main"].AsString());
        Assert.Equal(["Green", "Red"], value["Others"].AsArray().Select(item => item.AsString()));
        Assert.Equal(XmlRpcKind.Nil, value["Frame"].Kind);
        Assert.Equal(1, value["Level"].AsInt32());
        var read = ConverterRun.Read<Painting>(ConverterRun.Write(painting with { Frame = Color.Green }));
        Assert.Equal((Color.Red, Color.Green, Level.High), (read.Main, read.Frame, read.Level));
    }

    [Fact]
    [Trait("Rule", "R71")]
    public void R71_NullableEnum_TakesNil()
    {
        Assert.Equal(XmlRpcKind.Int, XmlRpcConverter.For<Color?>().Kind);
        Assert.Null(ConverterRun.Read<Color?>("<value><nil/></value>"));
        Assert.Equal("<value><nil/></value>", ConverterRun.Write<Color?>(null));
        Assert.Equal(Color.Red, ConverterRun.RoundTrip<Color?>(Color.Red, XmlRpcKind.Int));
    }

    private static void AssertRoundTrips<T>(XmlRpcKind kind, params T[] values)
    {
        foreach (var value in values)
        {
            Assert.Equal(value, ConverterRun.RoundTrip(value, kind));
        }
    }

    private static void AssertNotWritten<T>(T value, string words) =>
        Assert.Contains(words, Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Write(value)).Message, StringComparison.Ordinal);

    private static void AssertRefused<T>(string text, string words)
    {
        var problem = ConverterRun.ReadFails<T>(text);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.Equal("[0]", problem.Path);
    }

    internal enum Color
    {
        Red = 1,
        Green = 2,
    }

    [XmlRpcEnum(XmlRpcEnumForm.Name, Naming = XmlRpcNaming.SnakeCase)]
    internal enum Level
    {
        VeryLow,

        [XmlRpcMember("TOP")]
        High,
    }

    [Flags]
    internal enum Access
    {
        None = 0,
        Read = 1,
        Write = 2,
        ReadWrite = 3,
        Delete = 4,
    }

    [Flags, XmlRpcEnum(XmlRpcEnumForm.Name, Naming = XmlRpcNaming.CamelCase)]
    internal enum Rights
    {
        Read = 1,
        Write = 2,
        Change = 3,
        Delete = 4,
    }

    internal enum Octet : byte
    {
        None,
        All = 255,
    }

    [Flags]
    internal enum Signed : sbyte
    {
        Below = -128,
        Above = 127,
    }

    internal enum Wide : long
    {
        Least = long.MinValue,
        Greatest = long.MaxValue,
    }

    internal enum Widest : ulong
    {
        None,
        Greatest = long.MaxValue,
    }

    [XmlRpcEnum(XmlRpcEnumForm.Name)]
    internal enum Huge : ulong
    {
        None,
        Greatest = ulong.MaxValue,
    }

    internal sealed record Painting(
        [XmlRpcEnum(XmlRpcEnumForm.Name)] Color Main,
        [XmlRpcEnum(XmlRpcEnumForm.Name)] List<Color> Others,
        [XmlRpcEnum(XmlRpcEnumForm.Name)] Color? Frame,
        [XmlRpcEnum(XmlRpcEnumForm.Number)] Level Level);
}
