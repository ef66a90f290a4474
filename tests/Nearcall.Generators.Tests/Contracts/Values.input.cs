using Nearcall;

namespace Demo.Values;

// Every value that is read and written without a converter, and some with one.
[XmlRpcService]
public partial interface IValues
{
    void Scalars(int a, long b, short c, sbyte d, bool e, string f, double g, float h);

    void Nullables(int? a, string? b, DateTime? c);

    void Others(byte[] a, XmlRpcValue b, DateTimeOffset c, decimal d, List<string?> e, Dictionary<string, int[]> f);

    Dictionary<string, XmlRpcValue> Result();
}
