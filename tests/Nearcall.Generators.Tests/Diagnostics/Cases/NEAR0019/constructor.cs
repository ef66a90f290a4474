// NEAR0019: A client cannot make 'NotFoundException' of fault 7 and throws XmlRpcFaultException: add a public constructor that takes an XmlRpcFault, a string and an Exception, or a string
// NEAR0019: A client cannot make 'HiddenException' of fault 8 and throws XmlRpcFaultException: add a public constructor that takes an XmlRpcFault, a string and an Exception, or a string
using Nearcall;

[XmlRpcFault(7)]
public class [|NotFoundException|](int id) : Exception($"There is no {id}.");

[XmlRpcFault(8)]
public class [|HiddenException|] : Exception
{
    internal HiddenException(string message)
        : base(message)
    {
    }
}
