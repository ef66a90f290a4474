using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.NilForms.Contact))]

namespace Types.NilForms;

public record Contact(
    [XmlRpcNil(XmlRpcNilForm.False)] string? Phone,
    [XmlRpcNil(XmlRpcNilForm.EmptyString)] int? Age,
    [XmlRpcNil(XmlRpcNilForm.False)] Contact? Chief,
    [XmlRpcNil(XmlRpcNilForm.Nil)] byte[]? Photo);
