using Nearcall.EndToEnd.Comparisons;

namespace Nearcall.EndToEnd.Results;

/// <summary>Each measurement as it was taken, one a line, so that anybody can make other figures of them.</summary>
internal static class SampleFile
{
    private const string Header =
        "setting,round,entrant,calls,seconds,server_cpu_seconds,client_cpu_seconds,resident_bytes_before,resident_bytes";

    public static void Write(string path, IEnumerable<Sample> samples) => File.WriteAllLines(path, [Header, .. samples.Select(Line)]);

    private static string Line(Sample sample)
    {
        var times = FormattableString.Invariant($"{sample.Seconds:F6},{sample.ServerCpuSeconds:F6},{sample.ClientCpuSeconds:F6}");
        var memory = FormattableString.Invariant($"{sample.ResidentBytesBefore},{sample.ResidentBytes}");
        return FormattableString.Invariant($"\"{sample.Setting}\",{sample.Round},\"{sample.Entrant}\",{sample.Calls},{times},{memory}");
    }
}
