using System.Collections;

namespace Nearcall;

public sealed partial class XmlRpcStruct
{
    /// <summary>Walks through the members of a struct, in order.</summary>
    public struct Enumerator : IEnumerator<KeyValuePair<string, XmlRpcValue>>
    {
        private readonly XmlRpcStruct _members;
        private int _next;

        internal Enumerator(XmlRpcStruct members) => _members = members;

        /// <inheritdoc/>
        public readonly KeyValuePair<string, XmlRpcValue> Current => new(_members._names[_next - 1], _members._values[_next - 1]);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_next == _members.Count)
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
