namespace Nearcall.EndToEnd.Load;

/// <summary>What is posted again and again.</summary>
/// <param name="File">Holds the octets.</param>
/// <param name="ContentType">Of the request.</param>
/// <param name="Expected">What the answer must hold; it is looked at once, before the load.</param>
/// <param name="Calls">How many calls one request is.</param>
/// <param name="Path">Where it is posted, if not at the server's usual path.</param>
internal sealed record Body(string File, string ContentType, string Expected, int Calls = 1, string? Path = null);
