// NEAR0001: 'Program.IPrivate' cannot be a contract: 'Program.IPrivate' cannot be named outside 'Program'; make it internal or public
// NEAR0001: 'Program.Hidden.IPublic' cannot be a contract: 'Program.Hidden' cannot be named outside 'Program'; make it internal or public
// NEAR0001: 'IFile' cannot be a contract: 'IFile' cannot be named outside its file; make it internal or public
using Nearcall;

public partial class Program
{
    [XmlRpcService]
    private partial interface [|IPrivate|]
    {
        void Stop();
    }

    protected partial class Hidden
    {
        [XmlRpcService]
        public partial interface [|IPublic|]
        {
            void Stop();
        }
    }
}

[XmlRpcService]
file partial interface [|IFile|]
{
    void Stop();
}
