using System.Collections.Frozen;
using System.Collections.Immutable;
using Nearcall;

[assembly: XmlRpcConvertible(typeof(Dictionary<string, Types.Dictionaries.Point>))]
[assembly: XmlRpcConvertible(typeof(IReadOnlyDictionary<string, Types.Dictionaries.Point?>))]
[assembly: XmlRpcConvertible(typeof(SortedDictionary<string, string>))]
[assembly: XmlRpcConvertible(typeof(FrozenDictionary<string, Types.Dictionaries.Point>))]
[assembly: XmlRpcConvertible(typeof(ImmutableDictionary<string, int[]>))]
[assembly: XmlRpcConvertible(typeof(Types.Dictionaries.Headers))]

namespace Types.Dictionaries;

public readonly record struct Point(int X);

public class Headers() : Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
