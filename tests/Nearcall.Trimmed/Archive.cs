using System.Runtime.CompilerServices;
using Nearcall.Trimmed.Contracts;

namespace Nearcall.Trimmed;

/// <summary>Made for each call: its constructor asks the services for something.</summary>
[XmlRpcService]
internal sealed partial class Archive(TimeProvider clock) : IArchive
{
    public Task<Order> EchoAsync(Order order, CancellationToken cancellationToken) => Task.FromResult(order);

    public (bool Ok, string Text, int Code) Describe(params string[] words) =>
        (clock == TimeProvider.System, string.Join(' ', words), words.Length);

    public async IAsyncEnumerable<Line> LinesAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return new Line($"Article {i}", i, i / 2.0);
        }
    }

    public Task<Stream> OpenAsync(int length, CancellationToken cancellationToken) => Task.FromResult<Stream>(new MemoryStream(new byte[length]));

    public async Task<int> StoreAsync(string name, Stream octets, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        await octets.CopyToAsync(copy, cancellationToken);
        return (int)copy.Length;
    }
}
