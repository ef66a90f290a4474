namespace Nearcall;

public sealed partial class XmlRpcClient
{
    /// <inheritdoc/>
    public override IAsyncEnumerable<TItem> StreamAsync<TArguments, TItem>(
        XmlRpcClientMethod<TArguments, TItem> method, TArguments arguments, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Results cannot be read as they come yet.");

    /// <inheritdoc/>
    public override Task<Stream> OpenStreamAsync<TArguments>(
        XmlRpcClientMethod<TArguments, object?> method, TArguments arguments, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Results cannot be read as they come yet.");
}
