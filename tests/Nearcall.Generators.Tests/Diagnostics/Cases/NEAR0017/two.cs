// NEAR0017: 'one' of 'IFiles.Compare(Stream, Stream)' cannot be streamed: a call has one stream at most; send the octets of one of them as byte[]
// NEAR0017: 'lines' of 'IFiles.Append(IAsyncEnumerable<string>)' cannot be streamed: a sequence cannot be sent item by item; take an array, a list or a Stream
// NEAR0017: 'content' of 'IFiles.Post(string, Stream)' cannot be streamed: the arguments travel as one struct, and no stream fits into it; send the octets as byte[]
using Nearcall;

[XmlRpcService]
public partial interface IFiles
{
    void Compare(Stream [|one|], Stream other);

    void Append(IAsyncEnumerable<string> [|lines|]);

    [XmlRpcMethod(ParameterStyle = XmlRpcParameterStyle.Struct)]
    void Post(string name, Stream [|content|]);
}
