#nullable disable
using Nearcall;

namespace Demo.Oblivious;

// A contract of before nullable annotations.
[XmlRpcService]
public partial interface IOblivious
{
    string Text(string a, string b = null, params string[] rest);

    Task<string> TextAsync(List<string> list);
}
