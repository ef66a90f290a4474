namespace Nearcall.Generators.Types;

/// <summary>Why a type has no XML-RPC form, or not the one that was meant.</summary>
/// <param name="Path">From the place of use to the part that is at fault, such as <c>Order.Lines[].Price</c>; the type itself if empty.</param>
/// <param name="Reason">What is wrong, as a sentence without its point, and what to do.</param>
/// <param name="Rule">The rule that it breaks.</param>
internal sealed record TypeProblem(string Path, string Reason, string Rule)
{
    /// <summary>The type cannot travel.</summary>
    public const string NoForm = "NEAR0005";

    /// <summary>Two members have one name.</summary>
    public const string SameName = "NEAR0007";

    /// <summary>A converter cannot be used.</summary>
    public const string Converter = "NEAR0020";
}
