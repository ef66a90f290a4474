using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Nullable.Some))]
[assembly: XmlRpcConvertible(typeof(Types.Nullable.Point?))]

namespace Types.Nullable;

public record Some(int? Number, string? Text, Point? Point, Some? Next, List<string?>? Texts, XmlRpcValue? Value, Uri? Address, decimal? Price);

public record struct Point(int X);
