using Nearcall;

[XmlRpcService]
public partial interface IShop
{
    void Put(int id, Order order, [XmlRpcNil(XmlRpcNilForm.EmptyString)] string? note);

    [return: XmlRpcNil(XmlRpcNilForm.False)]
    Task<int?> Locate(string name, CancellationToken cancellationToken = default);
}

public record Order(double Price, DateTime Time, [XmlRpcMember(Omit = XmlRpcOmission.WhenNull)] string? Text)
{
    [XmlRpcConverter(typeof(DecimalConverter))]
    public decimal Discount { get; set; }
}

public class DecimalConverter : XmlRpcConverter<decimal>
{
    public override decimal Read(ref XmlRpcReader reader) => 0;

    public override void Write(ref XmlRpcWriter writer, decimal value)
    {
    }
}
