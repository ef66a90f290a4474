using Nearcall;

namespace Demo.Params;

[XmlRpcService]
public partial interface ISums
{
    int Array(params int[] values);

    int List(string name, params List<string> values);

    int Sequence(params IEnumerable<double> values);

    int ReadOnly(CancellationToken cancellationToken, params IReadOnlyList<bool> values);

    int Span(params ReadOnlySpan<int> values);

    int Nullable(params string?[]? values);
}
