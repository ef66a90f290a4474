namespace Nearcall.Benchmarks.Operations;

/// <summary>One thing that is measured, by name.</summary>
/// <param name="Name">The name, as it is typed at a shell.</param>
/// <param name="Prepare">Makes the documents and gives what is run again and again. Its result keeps the work from being left out.</param>
internal sealed record Operation(string Name, Func<Func<long>> Prepare)
{
    private static readonly Operation[] Everything =
        [.. ReadingOperations.All, .. WritingOperations.All, .. DispatchOperations.All, .. XmlYardsticks.All, .. JsonYardsticks.All, .. TextYardsticks.All];

    /// <summary>Every operation, those that others are compared to included.</summary>
    public static IReadOnlyList<Operation> All => Everything;

    /// <summary>Finds an operation.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Operation Named(string name) =>
        Array.Find(Everything, operation => operation.Name == name)
            ?? throw new ArgumentException($"There is no operation '{name}'. There are: {string.Join(", ", Everything.Select(o => o.Name))}.");

    public override string ToString() => Name;
}
