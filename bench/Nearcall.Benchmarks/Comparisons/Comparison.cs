using Nearcall.Benchmarks.Operations;

namespace Nearcall.Benchmarks.Comparisons;

/// <summary>An operation beside the yardstick that it is measured by.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Yardstick">What it is compared to.</param>
/// <param name="Aim">How many times as fast as the yardstick it is to be; null where the figure is only reported.</param>
internal sealed record Comparison(string Operation, string Yardstick, double? Aim = null)
{
    private static readonly Comparison[] Everything =
    [
        new("read-add", "xmlreader-add", 12),
        new("read-add-indented", "xmlreader-add-indented"),
        new("read-structs-typed", "xmlreader-structs", 5),
        new("read-structs-typed", "json-read-structs-typed", 1),
        new("read-structs-tree", "xmlreader-structs", 4),
        new("read-structs-tree", "json-read-structs-tree"),
        new("read-structs-typed-indented", "xmlreader-structs-indented"),
        new("read-structs-tree-indented", "xmlreader-structs-indented"),
        new("read-ints-typed", "xmlreader-ints", 7),
        new("read-ints-typed", "json-read-ints-typed"),
        new("read-ints-tree", "xmlreader-ints", 4),
        new("read-ints-tree", "json-read-ints-tree"),
        new("read-base64", "xmlreader-base64", 12),
        new("read-base64", "base64-decode", 0.5),
        new("read-base64", "base64-decode-kept"),
        new("read-base64", "json-read-base64"),
        new("read-base64-kept", "xmlreader-base64", 12),
        new("read-base64-kept", "base64-decode-kept", 0.5),
        new("read-base64-lines", "xmlreader-base64-lines"),
        new("read-text", "xmlreader-text", 3),
        new("read-text", "utf8-decode", 0.5),
        new("read-text", "json-read-text"),
        new("read-text-kept", "xmlreader-text", 3),
        new("read-text-kept", "utf8-decode-kept", 0.5),
        new("read-text-foreign", "xmlreader-text-foreign"),
        new("read-text-foreign", "utf8-decode-foreign"),
        new("write-add", "xmlwriter-add", 20),
        new("write-structs-typed", "xmlwriter-structs", 6),
        new("write-structs-tree", "xmlwriter-structs"),
        new("write-structs-typed", "json-write-structs-typed"),
        new("write-ints-typed", "xmlwriter-ints", 7),
        new("write-ints-tree", "xmlwriter-ints"),
        new("write-ints-typed", "json-write-ints-typed"),
        new("write-base64", "xmlwriter-base64", 14),
        new("write-base64", "json-write-base64"),
        new("write-text", "xmlwriter-text", 3),
        new("write-text", "json-write-text"),
        new("write-text-foreign", "xmlwriter-text-foreign"),
    ];

    /// <summary>The comparisons whose operation's name holds the text.</summary>
    public static IEnumerable<Comparison> Matching(string text) =>
        Everything.Where(comparison => comparison.Operation.Contains(text, StringComparison.Ordinal));

    public Operation Ours => Operations.Operation.Named(Operation);

    public Operation Theirs => Operations.Operation.Named(Yardstick);
}
