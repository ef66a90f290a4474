using Nearcall;

[XmlRpcService]
internal partial interface IGreeter
{
    string Greet(string name);
}

[XmlRpcService]
internal sealed partial class Greeter : IGreeter
{
    public string Greet(string name) => $"Hello, {name}";
}
