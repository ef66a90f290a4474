using Nearcall;
using Nearcall.Tests.Converters.Generated;

[assembly: XmlRpcConvertible(typeof(NilFormTests.Contact))]

namespace Nearcall.Tests.Converters.Generated;

/// <summary>What stands for null where a peer has a habit of its own.</summary>
public sealed class NilFormTests
{
    [Fact]
    public void Write_Null_IsTheHabitOfThePlace()
    {
        var value = XmlRpcValue.From(new Contact(null, null, null, null)).AsStruct();

        Assert.Equal(false, value["Phone"]);
        Assert.Equal("", value["Street"]);
        Assert.Equal(false, value["Age"]);
        Assert.Equal(false, value["Lines"]);
    }

    [Fact]
    public void Read_WhatStandsForNull_IsNull()
    {
        var nobody = new Contact(null, null, null, null);
        Assert.Equal(nobody, ConverterRun.Read<Contact>(ConverterRun.Write(nobody)));
        XmlRpcStruct nils = new() { ["Phone"] = default, ["Street"] = default, ["Age"] = default, ["Lines"] = default };
        Assert.Equal(nobody, ConverterRun.Read<Contact>(ConverterRun.Write(nils)));
    }

    [Fact]
    public void RoundTrip_OfValues_KeepsThem()
    {
        var contact = ConverterRun.RoundTrip(new Contact("1", "a", 5, [new(1, 2)]), XmlRpcKind.Struct);

        Assert.Equal(("1", "a", 5), (contact.Phone, contact.Street, contact.Age));
        Assert.Equal([new Line(1, 2)], contact.Lines!);
    }

    [Fact]
    public void Read_WhatStandsForNothing_IsRefused()
    {
        XmlRpcStruct wrong = new() { ["Phone"] = true };

        var problem = ConverterRun.ReadFails<Contact>(ConverterRun.Write(wrong));

        Assert.Equal("[0].Phone", problem.Path);
        Assert.Contains("A string was expected", problem.Message, StringComparison.Ordinal);
    }

    internal sealed record Contact(
        [XmlRpcNil(XmlRpcNilForm.False)] string? Phone,
        [XmlRpcNil(XmlRpcNilForm.EmptyString)] string? Street,
        [XmlRpcNil(XmlRpcNilForm.False)] int? Age,
        [XmlRpcNil(XmlRpcNilForm.False)] Line[]? Lines);
}
