using Nearcall;

namespace Demo.Results;

[XmlRpcService]
public partial interface IResults
{
    void Nothing();

    Task NothingAsync();

    ValueTask NothingSoonAsync();

    string Text();

    Task<string?> TextAsync();

    ValueTask<int?> NumberSoonAsync();

    XmlRpcResult<int> TryNumber();

    Task<XmlRpcResult<string>> TryTextAsync(CancellationToken cancellationToken);

    ValueTask<XmlRpcResult<string?>> TryTextSoonAsync(int a, CancellationToken cancellationToken = default);

    IAsyncEnumerable<int> NumbersAsync(int to, CancellationToken cancellationToken = default);
}
