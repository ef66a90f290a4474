using System.Collections.Frozen;
using System.Collections.Immutable;
using Nearcall;

[assembly: XmlRpcConvertible(typeof(HashSet<Types.Sets.Point>))]
[assembly: XmlRpcConvertible(typeof(IReadOnlySet<string>))]
[assembly: XmlRpcConvertible(typeof(FrozenSet<Types.Sets.Point>))]
[assembly: XmlRpcConvertible(typeof(ImmutableHashSet<int>))]

namespace Types.Sets;

public readonly record struct Point(int X);
