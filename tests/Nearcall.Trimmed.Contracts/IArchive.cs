namespace Nearcall.Trimmed.Contracts;

/// <summary>One of each form that a trimmer could break.</summary>
[XmlRpcService("archive", Naming = XmlRpcNaming.CamelCase)]
public partial interface IArchive
{
    public Task<Order> EchoAsync(Order order, CancellationToken cancellationToken = default);

    public (bool Ok, string Text, int Code) Describe(params string[] words);

    public IAsyncEnumerable<Line> LinesAsync(int count, CancellationToken cancellationToken = default);

    public Task<Stream> OpenAsync(int length, CancellationToken cancellationToken = default);

    public Task<int> StoreAsync(string name, Stream octets, CancellationToken cancellationToken = default);
}
