using System.Runtime.InteropServices;

namespace Nearcall.EndToEnd.Results;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
    public static string Line { get; } =
        $"{Processor()}, {Environment.ProcessorCount} cores · {SystemName()} · .NET {Environment.Version}";

    private static string Processor() => Field("/proc/cpuinfo", "model name", ':') ?? $"{RuntimeInformation.OSArchitecture}";

    private static string SystemName() => Field("/etc/os-release", "PRETTY_NAME", '=') ?? RuntimeInformation.OSDescription;

    private static string? Field(string path, string name, char separator) => File.ReadLines(path)
        .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(separator)[1].Trim(' ', '"');
}
