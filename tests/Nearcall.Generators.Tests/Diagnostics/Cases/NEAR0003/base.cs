// NEAR0003: 'INamed.Name' cannot be a remote procedure: a property is no procedure; write a method instead
using Nearcall;

public interface INamed
{
    string [|Name|] { get; }
}

[XmlRpcService]
public partial interface IThing : INamed
{
    void Touch();
}
