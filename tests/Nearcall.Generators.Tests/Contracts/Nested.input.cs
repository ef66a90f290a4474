using Nearcall;

namespace Demo.Nested;

public static partial class Outer
{
    internal partial record Middle
    {
        [XmlRpcService]
        public partial interface IInner
        {
            void Ping();
        }

        [XmlRpcService]
        internal partial class Inner : IInner
        {
            public void Ping()
            {
            }
        }
    }

    // Generated code cannot name it: an analyzer says so.
    [XmlRpcService]
    private partial interface IHidden
    {
        void Ping();
    }
}

internal partial struct Holder<T>
{
    // Nor this one, which is as many types as there are arguments.
    [XmlRpcService]
    internal partial interface IGeneric
    {
        void Ping();
    }
}
