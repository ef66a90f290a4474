using System.Globalization;
using System.Text;

namespace Nearcall.Benchmarks.Documents;

/// <summary>The values that are read and written. They are the same in every run.</summary>
internal static class DocumentValues
{
    private const int Seed = 20260101;
    private const int BulkLength = 10_000_000;

    private static readonly string[] Words = ["north", "harbour", "letter", "seven", "quiet", "engine", "paper", "window"];

    /// <summary>A thousand structs of eight members.</summary>
    public static Order[] Orders()
    {
        var random = new Random(Seed);
        var start = new DateTime(2026, 1, 1, 8, 0, 0, DateTimeKind.Unspecified);
        return [.. Enumerable.Range(1, 1000).Select(id => new Order(
            id,
            Text(random, 2),
            random.Next(100, 100_000) / 100.0,
            random.Next(2) == 0,
            start.AddSeconds(random.Next(10_000_000)),
            random.Next(1, 1000),
            Words[random.Next(Words.Length)],
            Text(random, 4)))];
    }

    /// <summary>A million whole numbers of up to seven digits.</summary>
    public static int[] Ints()
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, 1_000_000).Select(_ => random.Next(-1_000_000, 10_000_000))];
    }

    /// <summary>Octets that are ten million characters as base64.</summary>
    public static byte[] Octets()
    {
        var octets = new byte[BulkLength / 4 * 3];
        new Random(Seed).NextBytes(octets);
        return octets;
    }

    /// <summary>Ten million characters of prose; about one in eighty needs an entity, and none lies outside of ASCII.</summary>
    public static string Prose()
    {
        var random = new Random(Seed);
        var text = new StringBuilder(BulkLength + 100);
        while (text.Length < BulkLength)
        {
            text.Append(Text(random, 6)).Append(random.Next(3) switch { 0 => " & ", 1 => " <b> ", _ => ".\n" });
        }

        return text.ToString(0, BulkLength);
    }

    /// <summary>The prose with characters of two and three octets in it.</summary>
    public static string ForeignProse() =>
        Prose().Replace("north", "nörd", StringComparison.Ordinal).Replace("paper", "紙", StringComparison.Ordinal);

    private static string Text(Random random, int words) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', random.GetItems(Words, words))} {random.Next(100)}");
}
