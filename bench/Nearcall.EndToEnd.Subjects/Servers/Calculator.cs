using Nearcall.EndToEnd.Subjects.Contracts;

namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>What XML-RPC callers call.</summary>
[XmlRpcService(Naming = XmlRpcNaming.CamelCase)]
internal sealed partial class Calculator
{
    [XmlRpcMethod]
    public int Add(int a, int b) => checked(a + b);

    [XmlRpcMethod]
    public Reading[] EchoReadings(Reading[] readings) => readings;

    [XmlRpcMethod]
    public XmlRpcValue Echo(XmlRpcValue value) => value;

    [XmlRpcMethod]
    public int CountText(string text) => text.Length;

    [XmlRpcMethod]
    public int CountOctets(byte[] octets) => octets.Length;

    [XmlRpcMethod]
    public int CountInts(int[] numbers) => numbers.Length;
}
