// NEAR0014: 'ICalculator' is a contract and not partial, so that nothing can be added to it: write 'partial'
// NEAR0014: 'Outer' is around the contract 'Outer.Calculator' and not partial, so that nothing can be added to it: write 'partial'
// NEAR0014: 'Outer.Calculator' is a contract and not partial, so that nothing can be added to it: write 'partial'
// NEAR0014: 'IQuiet' is a contract and not partial, so that nothing can be added to it: write 'partial'
using Nearcall;

/// <summary>Adds.</summary>
[XmlRpcService]
public interface [|ICalculator|]
{
    int Add(int a, int b);
}

public static class [|Outer|]
{
    [XmlRpcService]
    internal sealed class [|Calculator|] : ICalculator
    {
        public int Add(int a, int b) => a + b;
    }
}

// Without a modifier.
[XmlRpcService]
interface [|IQuiet|]
{
    void Stop();
}
