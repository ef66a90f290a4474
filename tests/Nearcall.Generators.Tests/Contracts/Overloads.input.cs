using Nearcall;

namespace Demo.Overloads;

[XmlRpcService]
public partial interface ISearch
{
    [XmlRpcMethod("find")]
    string Find(string text);

    [XmlRpcMethod("find")]
    Task<string> FindAsync(string text, CancellationToken cancellationToken = default);

    [XmlRpcMethod("find")]
    string Find(string text, int limit);

    [XmlRpcMethod("find")]
    string Find(int number);

    [XmlRpcMethod("find", TimeoutMilliseconds = 1500)]
    ValueTask<string> FindNowAsync(int number, CancellationToken cancellationToken = default);
}
