using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Lists.Point[]))]
[assembly: XmlRpcConvertible(typeof(Types.Lists.Point[][]))]
[assembly: XmlRpcConvertible(typeof(IEnumerable<Types.Lists.Point>))]
[assembly: XmlRpcConvertible(typeof(Queue<Types.Lists.Point?>))]
[assembly: XmlRpcConvertible(typeof(ReadOnlyCollection<Types.Lists.Point>))]
[assembly: XmlRpcConvertible(typeof(ImmutableArray<Types.Lists.Point>))]
[assembly: XmlRpcConvertible(typeof(ImmutableList<int>))]
[assembly: XmlRpcConvertible(typeof(ICollection<Guid>))]
[assembly: XmlRpcConvertible(typeof(Types.Lists.Tags))]

namespace Types.Lists;

public readonly record struct Point(int X);

public class Tags : List<string>;
