using Nearcall;

[XmlRpcService]
public partial interface IShop
{
    void Put(Order order);
}

public record Order(string Customer)
{
    [XmlRpcMember("Customer", Ignore = true)]
    public string Name { get; set; } = "";

    public string Shown => Customer;

    [XmlRpcMember("Shown")]
    public string Other { get; set; } = "";
}
