// NEAR0003: 'IThing.Name' cannot be a remote procedure: a property is no procedure; write a method instead
// NEAR0003: 'IThing.this[int]' cannot be a remote procedure: an indexer is no procedure; write a method instead
// NEAR0003: 'IThing.Changed' cannot be a remote procedure: an event is no procedure, and a server cannot call back; write a method that is asked instead
// NEAR0003: 'IThing.Echo<T>(T)' cannot be a remote procedure: it has type parameters, and what travels must be known; write one method for each type
// NEAR0003: 'IThing.Make()' cannot be a remote procedure: it is static and abstract, and a client cannot implement it; take it out of the contract
using Nearcall;

[XmlRpcService]
public partial interface IThing
{
    string [|Name|] { get; }

    int [|this|][int index] { get; }

    event Action [|Changed|];

    T [|Echo|]<T>(T value);

    static abstract IThing [|Make|]();

    bool HasName => true;

    static IThing Nothing() => throw new NotSupportedException();
}
