using Nearcall;

namespace Demo.Streams;

[XmlRpcService]
public partial interface IFiles
{
    Task<Stream> OpenAsync(string name, CancellationToken cancellationToken = default);

    ValueTask<Stream> OpenSoonAsync(string name);

    Task WriteAsync(string name, Stream content, CancellationToken cancellationToken = default);

    Task<int> LengthAsync(Stream content);

    // The client cannot have them: a synchronous stream, and a stream that is not last.
    Stream Open(string name);

    Task TwiceAsync(Stream first, Stream second);
}

[XmlRpcService]
public partial class Files
{
    [XmlRpcMethod]
    public Stream Read(string name) => new MemoryStream(name.Length);

    [XmlRpcMethod]
    public void Write(CancellationToken cancellationToken, Stream content, XmlRpcCallContext context)
    {
    }
}
