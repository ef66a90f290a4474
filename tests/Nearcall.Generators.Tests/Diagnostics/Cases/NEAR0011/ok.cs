using Nearcall;

[XmlRpcService]
public partial interface IStore
{
    [XmlRpcMethod(Idempotent = true)]
    string Get(string key);

    [XmlRpcMethod(Idempotent = false)]
    string GetNext();

    string Getaway();

    string Issue();

    void ReadAll();

    int Add(int a, int b);
}

[XmlRpcService]
public partial class Server
{
    [XmlRpcMethod]
    public string Get(string key) => key;
}
