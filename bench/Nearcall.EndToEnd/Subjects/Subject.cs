using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Subjects;

/// <summary>A program that is measured, and how it is started on a port.</summary>
/// <param name="Title">Its name in tables.</param>
/// <param name="Start">The command for a port.</param>
/// <param name="Path">Where it takes calls.</param>
/// <param name="Http2">Whether it speaks HTTP/2 with prior knowledge, and nothing else.</param>
/// <param name="Compiles">Whether its code gets faster while it runs, so that it needs a long warm-up.</param>
/// <param name="WhyMissing">Tells why it cannot be had on this machine, if so.</param>
internal sealed record Subject(
    string Title,
    Func<int, CommandLine> Start,
    string Path = "/RPC2",
    bool Http2 = false,
    bool Compiles = false,
    Func<string?>? WhyMissing = null)
{
    /// <summary>What its answers hold whatever it is sent; null where it does what it is asked.</summary>
    public string? ConstantAnswer { get; init; }

    public string? Missing => WhyMissing?.Invoke();
}
