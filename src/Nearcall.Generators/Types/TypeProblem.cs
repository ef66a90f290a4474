namespace Nearcall.Generators.Types;

/// <summary>Why a type has no XML-RPC form.</summary>
/// <param name="Path">From the place of use to the part that is at fault, such as <c>Order.Lines[].Price</c>; the type itself if empty.</param>
/// <param name="Reason">What is wrong, as a sentence without its point, and what to do.</param>
internal sealed record TypeProblem(string Path, string Reason);
