// NEAR0017: 'content' of 'IFiles.PutAsync(Stream, string, CancellationToken)' cannot be streamed: it must be the last parameter that travels; move it behind the others
// NEAR0017: 'content' of 'IFiles.Put(Stream, string, bool)' cannot be streamed: it must be the last parameter that travels; move it behind the others
using Nearcall;

[XmlRpcService]
public partial interface IFiles
{
    Task PutAsync(Stream [|content|], string name, CancellationToken cancellationToken = default);

    void Put(Stream [|content|], string name, bool replace);
}
