using Nearcall;

[assembly: XmlRpcConvertible(typeof((bool Ok, string? Text, Types.Tuples.Point Point)))]
[assembly: XmlRpcConvertible(typeof(Tuple<int, (string A, string B)>))]
[assembly: XmlRpcConvertible(typeof(ValueTuple<int>))]

namespace Types.Tuples;

public readonly record struct Point(int X);
