using Microsoft.AspNetCore.Mvc;
using Nearcall;

[XmlRpcService]
public partial interface IShop
{
    Task<Dictionary<string, Order[]>> OrdersAsync(Guid customer, DateOnly since, CancellationToken cancellationToken = default);

    (bool Ok, string Text) Pay(Order order, params XmlRpcValue[] extras);

    IAsyncEnumerable<Order> All(CancellationToken cancellationToken = default);

    Task<XmlRpcResult<byte[]>> Print(int number, CancellationToken cancellationToken = default);

    Task Put(Stream content, CancellationToken cancellationToken = default);
}

public record Order(string Customer, List<Line> Lines, Order[] Before);

public class Line
{
    public required string Article { get; init; }

    public State State { get; set; }

    public object Hidden => this;
}

public enum State
{
    New,
    Paid,
}

[XmlRpcService]
public partial class Shop
{
    [XmlRpcMethod]
    public void Who(XmlRpcCallContext context, [FromServices] object service)
    {
    }
}
