namespace Nearcall.Tool.Connection;

/// <summary>What a server says about one of its methods.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Signatures">The type of the result and those of the parameters, for each form; empty where nobody knows.</param>
/// <param name="Help">Its help, written by the server; empty where there is none.</param>
internal sealed record MethodDescription(string Name, IReadOnlyList<IReadOnlyList<string>> Signatures, string Help);
