using Nearcall;

namespace Demo.Inheritance;

public interface IPlain
{
    int Count();
}

[XmlRpcService("files")]
public partial interface IFiles : IPlain
{
    string Read(string name);

    int Size(string name);
}

// A contract that extends another, hides one of its methods, and inherits one from an interface that is no contract.
[XmlRpcService("archive/")]
public partial interface IArchive : IFiles
{
    new int Size(string name);

    Task<int> SizeAsync(string name);
}
