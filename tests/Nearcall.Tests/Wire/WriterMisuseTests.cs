namespace Nearcall.Tests.Wire;

/// <summary>Calls that would not make a message are mistakes of the caller, not of the data.</summary>
public sealed class WriterMisuseTests
{
    [Fact]
    public void WriteValue_SecondInOneMember_Throws() => Throws(
        "has its one value already",
        (ref writer) =>
        {
            writer.WriteStartStruct();
            writer.WriteStartMember("a");
            writer.WriteInt32(1);
            writer.WriteInt32(2);
        });

    [Fact]
    public void WriteValue_BetweenMembers_Throws() => Throws(
        "Inside of a struct",
        (ref writer) =>
        {
            writer.WriteStartStruct();
            writer.WriteInt32(1);
        });

    [Fact]
    public void WriteValue_BetweenParameters_Throws() => Throws(
        "Inside of a method call",
        (ref writer) =>
        {
            writer.WriteStartMethodCall("a");
            writer.WriteInt32(1);
        });

    [Fact]
    public void WriteValue_SecondInOneParameter_Throws() => Throws(
        "has its one value already",
        (ref writer) =>
        {
            writer.WriteStartMethodCall("a");
            writer.WriteStartParameter();
            writer.WriteStartArray();
            writer.WriteEndArray();
            writer.WriteString("b");
        });

    [Fact]
    public void WriteValue_SecondInOneAnswer_Throws() => Throws(
        "has its one value already",
        (ref writer) =>
        {
            writer.WriteStartMethodResponse();
            writer.WriteBoolean(true);
            writer.WriteStartStruct();
        });

    [Fact]
    public void WriteEndMember_NoValue_Throws() => Throws(
        "needs its value next",
        (ref writer) =>
        {
            writer.WriteStartStruct();
            writer.WriteStartMember("a");
            writer.WriteEndMember();
        });

    [Fact]
    public void WriteEndParameter_NoValue_Throws() => Throws(
        "needs its value next",
        (ref writer) =>
        {
            writer.WriteStartMethodCall("a");
            writer.WriteStartParameter();
            writer.WriteEndParameter();
        });

    [Fact]
    public void WriteEndMethodResponse_NoValue_Throws() => Throws(
        "needs its value next",
        (ref writer) =>
        {
            writer.WriteStartMethodResponse();
            writer.WriteEndMethodResponse();
        });

    [Fact]
    public void WriteEndStruct_OfAnArray_Throws() => Throws(
        "Inside of an array",
        (ref writer) =>
        {
            writer.WriteStartArray();
            writer.WriteEndStruct();
        });

    [Fact]
    public void WriteEndArray_OfAStruct_Throws() => Throws(
        "Inside of a struct",
        (ref writer) =>
        {
            writer.WriteStartStruct();
            writer.WriteEndArray();
        });

    [Fact]
    public void WriteStartMember_InAnArray_Throws() => Throws(
        "Inside of an array",
        (ref writer) =>
        {
            writer.WriteStartArray();
            writer.WriteStartMember("a");
        });

    [Fact]
    public void WriteStartParameter_InAnArray_Throws() => Throws(
        "Inside of an array",
        (ref writer) =>
        {
            writer.WriteStartMethodCall("a");
            writer.WriteStartParameter();
            writer.WriteStartArray();
            writer.WriteStartParameter();
        });

    [Fact]
    public void WriteStart_SecondMessage_Throws()
    {
        Throws("has its one value already", (ref writer) =>
        {
            writer.WriteFaultResponse(new(1, "a"));
            writer.WriteStartMethodCall("a");
        });
        Throws("Inside of a method call", (ref writer) =>
        {
            writer.WriteStartMethodCall("a");
            writer.WriteStartMethodResponse();
        });
    }

    [Fact]
    public void Constructor_NoOutput_Throws() => Assert.Throws<ArgumentNullException>(() => new XmlRpcWriter(null!).Flush());

    private static void Throws(string message, WriteAction write)
    {
        var mistake = Assert.Throws<InvalidOperationException>(() => Writing.Text(write));

        Assert.Contains(message, mistake.Message, StringComparison.Ordinal);
    }
}
