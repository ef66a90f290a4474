using Nearcall;

[XmlRpcService]
public partial interface IFiles
{
    Task PutAsync(string name, Stream content, CancellationToken cancellationToken = default);
}

[XmlRpcService]
public partial class Files
{
    [XmlRpcMethod]
    public void Put(string name, Stream content, XmlRpcCallContext context)
    {
    }
}
