// NEAR0008: 'id' of 'IShop.Put(long, Order, string?)' needs what peers may lack: 'long' travels as i8, an extension; use int where the numbers fit
// NEAR0008: 'order' of 'IShop.Put(long, Order, string?)' needs what peers may lack: at Order.Places[], 'DateTimeOffset' has an offset, and a date of the protocol has no place for one; use DateTime
// NEAR0008: 'order' of 'IShop.Put(long, Order, string?)' needs what peers may lack: at Order.Price, 'decimal' travels as ex:bigdecimal, an extension; use double or a text where the peer has none
// NEAR0008: 'note' of 'IShop.Put(long, Order, string?)' needs what peers may lack: null travels as nil, an extension; say by [XmlRpcNil] or by Omit of [XmlRpcMember] what the peer expects instead
// NEAR0008: The result of 'IShop.Numbers(CancellationToken)' needs what peers may lack: at List<Wide>[], 'Wide' travels as i8, an extension; use names, or numbers that an int holds
using Nearcall;

[XmlRpcService]
public partial interface IShop
{
    void Put(long [|id|], Order [|order|], string? [|note|]);

    [|Task<List<Wide>>|] Numbers(CancellationToken cancellationToken = default);
}

public record Order(decimal Price, DateTimeOffset[] Places);

public enum Wide : long
{
    One,
}
