using Nearcall;

namespace Demo.Obsolete;

[Obsolete("Old.")]
[XmlRpcService]
public partial interface IOld
{
    [Obsolete]
    void Old();
}
