using System.Globalization;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Bounds;

/// <summary>What an operation may cost: a line of <c>bench/bounds.txt</c>.</summary>
/// <param name="Operation">The name of the operation.</param>
/// <param name="Runs">How often it runs to be counted.</param>
/// <param name="Instructions">The instructions of one run.</param>
/// <param name="Bytes">What one run allocates.</param>
internal sealed record Bound(string Operation, int Runs, long Instructions, long Bytes)
{
    private static readonly string File = Path.Combine(Repository.Root, "bench", "bounds.txt");

    public static IEnumerable<Bound> All => System.IO.File.ReadLines(File).Where(IsBound).Select(Parse);

    /// <summary>Puts the line of the same operation in place of what the file has.</summary>
    public void Record()
    {
        var lines = System.IO.File.ReadAllLines(File);
        var index = Array.FindIndex(lines, line => IsBound(line) && Parse(line).Operation == Operation);
        lines[index] = string.Create(CultureInfo.InvariantCulture, $"{Operation,-24} {Runs,6} {Instructions,12} {Bytes,10}");
        System.IO.File.WriteAllText(File, string.Join('\n', lines) + '\n');
    }

    private static bool IsBound(string line) => line is not ("" or ['#', ..]);

    private static Bound Parse(string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Bound(fields[0], (int)Number(fields[1]), Number(fields[2]), Number(fields[3]));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
