using System.Collections;

namespace Nearcall;

public sealed partial class XmlRpcStruct
{
    /// <summary>Walks through the members of a struct, in order.</summary>
    public struct Enumerator : IEnumerator<KeyValuePair<string, XmlRpcValue>>
    {
        private readonly KeyValuePair<string, XmlRpcValue>[] _members;
        private readonly int _count;
        private int _next;

        internal Enumerator(KeyValuePair<string, XmlRpcValue>[] members, int count)
        {
            _members = members;
            _count = count;
        }

        /// <inheritdoc/>
        public readonly KeyValuePair<string, XmlRpcValue> Current => _members[_next - 1];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_next == _count)
            {
                return false;
            }

            _next++;
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _next = 0;

        /// <summary>Does nothing: there is nothing to release.</summary>
        public readonly void Dispose()
        {
        }
    }
}
