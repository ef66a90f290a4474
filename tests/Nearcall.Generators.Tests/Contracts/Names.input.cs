using Nearcall;

namespace Demo.@namespace.Names
{
    // Names that the code around them could use itself.
    [XmlRpcService]
    public partial interface INames
    {
        int Add(int @class, int @int, string value, int caller, int service, int arguments, int context, int writer, int item);

        int Tuple(int Item2, int Item1, int Rest, int CompareTo);

        string ToString(string format);

        bool Equals(int a, int b);

        void @event(int @event);

        void WriteAdd();

        void NamesClient();

        void CallAdd();

        void Async();

        void Description(int Description);
    }

    public static class System
    {
    }

    public static class Nearcall
    {
    }

    [XmlRpcService]
    public partial class @class
    {
        [XmlRpcMethod]
        public int @return(int @this) => @this;
    }
}
