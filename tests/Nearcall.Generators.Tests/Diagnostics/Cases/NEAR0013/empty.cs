// NEAR0013: The contract 'IFiles' differs from what is recorded: 'IFiles open(string): base64' is new; record it, once it is what others shall call
// NEAR0013: The contract 'IFiles' differs from what is recorded: 'IFiles lines({name: string, limit?: int}): [string]' is new; record it, once it is what others shall call
using Nearcall;

[XmlRpcService(Naming = XmlRpcNaming.CamelCase)]
public partial interface IFiles
{
    Task<Stream> [|OpenAsync|](string name, CancellationToken cancellationToken = default);

    [XmlRpcMethod(ParameterStyle = XmlRpcParameterStyle.Struct)]
    IAsyncEnumerable<string> [|Lines|]([XmlRpcMember("name")] string file, int limit = 1, CancellationToken cancellationToken = default);
}
