namespace Nearcall;

/// <summary>What a reader does with a second member of the same name in one struct; the specification is silent (R36).</summary>
public enum XmlRpcDuplicateMembers
{
    /// <summary>The message is refused: two readers could understand it differently.</summary>
    Refuse,

    /// <summary>The first member counts.</summary>
    KeepFirst,

    /// <summary>The last member counts, as in Python, Ruby and Go.</summary>
    KeepLast,
}
