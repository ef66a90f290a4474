using System.Globalization;
using Nearcall;
using Nearcall.Tests.Converters.Generated;

[assembly: XmlRpcConverter(typeof(OwnConverterTests.DegreesConverter))]
[assembly: XmlRpcConvertible(typeof(OwnConverterTests.Invoice))]
[assembly: XmlRpcConvertible(typeof(OwnConverterTests.Money))]
[assembly: XmlRpcConvertible(typeof(OwnConverterTests.Box<int>))]

namespace Nearcall.Tests.Converters.Generated;

public sealed class OwnConverterTests
{
    [Fact]
    public void Write_NearestConverter_Counts()
    {
        var invoice = new Invoice(new(5), new(6), null, TimeSpan.FromSeconds(90), new(21), new(3))
        {
            Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)],
        };

        var value = XmlRpcValue.From(invoice).AsStruct();

        Assert.Equal("5 EUR", value["Total"].AsString());
        Assert.Equal(6, value["Cents"].AsInt32());
        Assert.Equal(XmlRpcKind.Nil, value["Tip"].Kind);
        Assert.Equal(90, value["Delay"].AsInt32());
        Assert.Equal("21°", value["Cellar"].AsString());
        Assert.Equal(3, value["Box"].AsInt32());
        Assert.Equal([1, 2], value["Pauses"].AsArray().Select(item => item.AsInt32()));
        var read = ConverterRun.Read<Invoice>(ConverterRun.Write(invoice with { Tip = new(9) }));
        Assert.Equal((invoice.Total, invoice.Cents, new Money(9), invoice.Delay), (read.Total, read.Cents, read.Tip, read.Delay));
        Assert.Equal((invoice.Cellar, invoice.Box), (read.Cellar, read.Box));
    }

    [Fact]
    public void For_TypeWithAConverter_GivesIt()
    {
        Assert.IsType<MoneyConverter>(XmlRpcConverter.For<Money>());
        Assert.IsType<BoxConverter<int>>(XmlRpcConverter.For<Box<int>>());
    }

    [Fact]
    public void Read_ErrorOfAConverter_NamesThePath()
    {
        var text = ConverterRun.Write(new Invoice(new(5), new(6), null, default, new(21), new(3)))
            .Replace("5 EUR", "5 USD", StringComparison.Ordinal);

        Assert.Equal("[0].Total", ConverterRun.ReadFails<Invoice>(text).Path);
    }

    [XmlRpcConverter(typeof(MoneyConverter))]
    internal sealed record Money(int Amount);

    [XmlRpcConverter(typeof(BoxConverter<>))]
    internal readonly record struct Box<T>(T Content);

    internal readonly record struct Degrees(int Celsius);

    internal sealed record Invoice(
        Money Total,
        [XmlRpcConverter(typeof(CentsConverter))] Money Cents,
        Money? Tip,
        [XmlRpcConverter(typeof(XmlRpcTimeSpanSecondsConverter))] TimeSpan Delay,
        Degrees Cellar,
        Box<int> Box)
    {
        [XmlRpcConverter(typeof(XmlRpcTimeSpanSecondsConverter))]
        public List<TimeSpan> Pauses { get; init; } = [];
    }

    internal sealed class MoneyConverter : XmlRpcConverter<Money>
    {
        public override Money Read(ref XmlRpcReader reader)
        {
            var text = reader.ReadString();
            return text.EndsWith(" EUR", StringComparison.Ordinal)
                ? new(int.Parse(text[..^4], CultureInfo.InvariantCulture))
                : throw reader.CreateException("Euros were expected.");
        }

        public override void Write(ref XmlRpcWriter writer, Money value) =>
            writer.WriteString(string.Create(CultureInfo.InvariantCulture, $"{value.Amount} EUR"));
    }

    internal sealed class CentsConverter : XmlRpcConverter<Money>
    {
        public override Money Read(ref XmlRpcReader reader) => new(reader.ReadInt32());

        public override void Write(ref XmlRpcWriter writer, Money value) => writer.WriteInt32(value.Amount);
    }

    internal sealed class BoxConverter<T> : XmlRpcConverter<Box<T>>
    {
        public override Box<T> Read(ref XmlRpcReader reader) => new(XmlRpcConverter.For<T>().Read(ref reader));

        public override void Write(ref XmlRpcWriter writer, Box<T> value) => XmlRpcConverter.For<T>().Write(ref writer, value.Content);
    }

    internal sealed class DegreesConverter : XmlRpcConverter<Degrees>
    {
        public override Degrees Read(ref XmlRpcReader reader) => new(int.Parse(reader.ReadString()[..^1], CultureInfo.InvariantCulture));

        public override void Write(ref XmlRpcWriter writer, Degrees value) =>
            writer.WriteString(string.Create(CultureInfo.InvariantCulture, $"{value.Celsius}°"));
    }
}
