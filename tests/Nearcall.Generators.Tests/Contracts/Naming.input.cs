using Nearcall;

namespace Demo.Naming;

[XmlRpcService("aria2", Naming = XmlRpcNaming.CamelCase)]
public partial interface IAria2
{
    Task<string> AddUriAsync(string uri);

    [XmlRpcMethod("system.multi")]
    void Named();
}

[XmlRpcService("d.", Naming = XmlRpcNaming.SnakeCase)]
public partial interface ITorrent
{
    void GetHTTPServer2Name();

    void Stop();
}

[XmlRpcService("ns:")]
public partial interface INamespaced
{
    void Ping();
}

[XmlRpcService("")]
public partial interface IEmptyPrefix
{
    void Ping();
}
