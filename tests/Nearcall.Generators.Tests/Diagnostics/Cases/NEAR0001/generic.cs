// NEAR0001: 'IStore<T>' cannot be a contract: it has type parameters, and what travels must be known; write one contract for each type
// NEAR0001: 'Outer<T>.IInner' cannot be a contract: 'Outer<T>' has type parameters; move the contract out of it
using Nearcall;

[XmlRpcService]
public partial interface [|IStore|]<T>
{
    void Put(T item);
}

public partial class Outer<T>
{
    [XmlRpcService]
    public partial interface [|IInner|]
    {
        void Put(string item);
    }
}
