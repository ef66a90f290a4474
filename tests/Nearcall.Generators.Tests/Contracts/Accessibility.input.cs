using Nearcall;

namespace Demo.Accessibility;

[XmlRpcService]
internal partial interface IInternal
{
    internal void Internal();

    protected internal void ProtectedInternal();

    public void Public();
}

[XmlRpcService]
internal sealed partial record Record(int Number)
{
    [XmlRpcMethod]
    internal int Internal() => Number;

    // Generated code cannot call it: an analyzer says so.
    [XmlRpcMethod]
    private int Private() => Number;
}

file static class FileLocal;

// Not partial, static, or of a file only: analyzers say so.
[XmlRpcService]
public interface INotPartial
{
    void Ping();
}

[XmlRpcService]
file partial interface IFileLocal
{
    void Ping();
}
