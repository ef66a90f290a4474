// NEAR0011: 'IStore.GetAsync(string, CancellationToken)' looks like a query: if calling it twice does no harm, say [XmlRpcMethod(Idempotent = true)], so that a client may try again
// NEAR0011: 'IStore.ListItems()' looks like a query: if calling it twice does no harm, say [XmlRpcMethod(Idempotent = true)], so that a client may try again
// NEAR0011: 'IStore.Is(string)' looks like a query: if calling it twice does no harm, say [XmlRpcMethod(Idempotent = true)], so that a client may try again
using Nearcall;

[XmlRpcService]
public partial interface IStore
{
    /// <summary>Gives an item.</summary>
    Task<string> [|GetAsync|](string key, CancellationToken cancellationToken = default);

    [XmlRpcMethod("list", Hidden = true)]
    string[] [|ListItems|]();

    [XmlRpcMethod]
    bool [|Is|](string key);
}
