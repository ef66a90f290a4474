using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>Which of the open values are structs and which arrays: a stack of bits, without memory of its own.</summary>
internal struct XmlRpcContainers
{
    private Words _words;

    public int Depth { get; private set; }

    public readonly bool IsTopStruct => (_words[(Depth - 1) >> 6] >> ((Depth - 1) & 63) & 1) != 0;

    public void Push(bool isStruct)
    {
        var bit = 1UL << (Depth & 63);
        ref var word = ref _words[Depth >> 6];
        word = isStruct ? word | bit : word & ~bit;
        Depth++;
    }

    public void Pop() => Depth--;

    [InlineArray(XmlRpcLimits.GreatestDepth / 64)]
    private struct Words
    {
        private ulong _first;
    }
}
