// NEAR0002: 'IFiles.Open(string)' returns 'Stream': a stream arrives over time; return Task<Stream> or ValueTask<Stream>
// NEAR0002: 'IFiles.ListAsync(CancellationToken)' returns 'Task<IAsyncEnumerable<string>>': the items of a call arrive one by one anyway; return IAsyncEnumerable<T> itself
// NEAR0002: 'IFiles.TryOpenAsync(string, CancellationToken)' returns 'Task<XmlRpcResult<Stream>>': what arrives over time cannot be a result that may be a fault; return it without XmlRpcResult<T>
// NEAR0002: 'Files.Size()' returns 'int': a reference cannot travel; return the value
using Nearcall;

[XmlRpcService]
public partial interface IFiles
{
    [|Stream|] Open(string name);

    [XmlRpcMethod(Idempotent = true)]
    [|Task<IAsyncEnumerable<string>>|] ListAsync(CancellationToken cancellationToken = default);

    [|Task<XmlRpcResult<Stream>>|] TryOpenAsync(string name, CancellationToken cancellationToken = default);
}

[XmlRpcService]
public partial class Files
{
    private int _size;

    [XmlRpcMethod]
    public [|ref int|] Size() => ref _size;

    [XmlRpcMethod]
    public Stream Read(string name) => Stream.Null;
}
