#nullable disable
using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Oblivious.Old))]

namespace Types.Oblivious;

public class Old
{
    public string Text { get; set; }

    [XmlRpcNil(XmlRpcNilForm.False)]
    public string Maybe { get; set; }

    public List<string> Texts { get; set; }
}
