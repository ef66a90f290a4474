using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Omission.Options))]

namespace Types.Omission;

public record Options(
    [XmlRpcMember(Omit = XmlRpcOmission.WhenNull)] string? Name,
    [XmlRpcMember(Omit = XmlRpcOmission.WhenDefault)] int Count,
    [XmlRpcMember(Omit = XmlRpcOmission.WhenNull, Required = true)] int? Limit,
    [XmlRpcMember(Omit = XmlRpcOmission.WhenDefault)] List<int> Items,
    [XmlRpcMember(Omit = XmlRpcOmission.WhenNull)] bool Always);
