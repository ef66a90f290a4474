using Nearcall;

[assembly: XmlRpcConvertible(typeof(object))]
[assembly: XmlRpcConvertible(typeof(Types.Refused.Holder))]
[assembly: XmlRpcConvertible(typeof(Types.Refused.Good))]
[assembly: XmlRpcConvertible(typeof(List<>))]
[assembly: XmlRpcConvertible(typeof(int[,]))]
[assembly: XmlRpcConvertible(typeof(TimeSpan))]

namespace Types.Refused;

// Holder refers to itself through Part, which can't be written either.
public record Holder(Part Part, Good Good, Action Action);

public record Part(Holder? Holder);

public record Good(int X);
