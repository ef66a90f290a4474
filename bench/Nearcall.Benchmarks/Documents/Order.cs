using Nearcall;
using Nearcall.Benchmarks.Documents;

[assembly: XmlRpcConvertible(typeof(Order[]))]

namespace Nearcall.Benchmarks.Documents;

/// <summary>The struct of eight members that lists are made of, as XML-RPC and as JSON.</summary>
internal sealed record Order(
    int Id, string Customer, double Price, bool Paid, DateTime Created, int Quantity, string Status, string Remark);
