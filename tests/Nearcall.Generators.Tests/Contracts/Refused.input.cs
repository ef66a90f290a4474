using Nearcall;

namespace Demo.Refused;

[XmlRpcService]
public partial interface IRefused
{
    int Property { get; set; }

    string? Init { get; init; }

    ref int Reference { get; }

    int this[int index, string? name] { get; }

    event EventHandler? Changed;

    T Generic<T>(T value, T? maybe);

    T? Class<T>(T? value) where T : class;

    T? Struct<T>(T? value) where T : struct;

    ref readonly int ReferenceResult();

    void Out(out int a, ref int b, in int c, ref readonly int d);

    Span<byte> Stack(scoped Span<byte> octets);

    Action Delegate(Func<int> function);

    Task<IAsyncEnumerable<int>> Items();

    int Good(int a);
}

// No type argument, and so no contract: an analyzer says so.
[XmlRpcService]
public partial interface IStatic
{
    static abstract int Create();
}
