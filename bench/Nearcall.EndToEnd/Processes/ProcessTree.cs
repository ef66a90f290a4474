using System.Globalization;

namespace Nearcall.EndToEnd.Processes;

/// <summary>What a process and all that it started have used, read from /proc.</summary>
internal static class ProcessTree
{
    private const double SecondsPerTick = 0.01;

    // Counted after the name, which may hold blanks and ends with the last parenthesis: parent, then the times of children that ended.
    private const int Parent = 1;
    private const int User = 11;
    private const int ChildrenUser = 13;

    /// <summary>
    /// User and system time: of those that live from their clock, which is exact where the ticks of utime and stime are cut to 10 ms for
    /// each process, and of those that ended from cutime and cstime.
    /// </summary>
    public static double CpuSeconds(int id)
    {
        var seconds = 0.0;
        foreach (var process in Members(id))
        {
            if (ProcessClock.TryRead(process, out var alive) && Fields(process) is [_, ..] fields)
            {
                seconds += alive + Seconds(fields, ChildrenUser);
            }
        }

        return seconds;
    }

    /// <summary>What the processes that this one started, and that have ended, used.</summary>
    public static double EndedChildrenCpuSeconds => Own(ChildrenUser);

    /// <summary>What this process itself used.</summary>
    public static double OwnCpuSeconds => Own(User);

    /// <summary>Resident memory in bytes; pages that two processes share count for both.</summary>
    public static long ResidentBytes(int id) => Members(id)
        .Select(process => File.Exists($"/proc/{process}/statm") ? File.ReadAllText($"/proc/{process}/statm").Split(' ')[1] : "0")
        .Sum(pages => Number(pages) * Environment.SystemPageSize);

    private static double Own(int user) => Fields(Environment.ProcessId) is [_, ..] fields ? Seconds(fields, user) : 0;

    // Time in the kernel stands behind time in the program.
    private static double Seconds(string[] fields, int user) => SecondsPerTick * (Number(fields[user]) + Number(fields[user + 1]));

    private static List<int> Members(int root)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id != 0)
            .Select(id => (Id: id, Parent: Fields(id) is [_, ..] fields ? (int)Number(fields[Parent]) : 0))
            .ToLookup(process => process.Parent, process => process.Id);
        var members = new List<int> { root };
        for (var i = 0; i < members.Count; i++)
        {
            members.AddRange(parents[members[i]]);
        }

        return members;
    }

    // A process may end between two looks at it; then it has no fields.
    private static string[] Fields(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
