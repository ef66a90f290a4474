namespace Nearcall.EndToEnd.Subjects.Contracts;

/// <summary>The body of a call of <c>add</c> in JSON.</summary>
internal sealed record Addition(int A, int B);
