using System.Runtime.InteropServices;

namespace Nearcall.EndToEnd.Results;

/// <summary>The line that says what the figures were taken on.</summary>
internal static class Machine
{
    public static string Line { get; } =
        $"{Processor()}, {Environment.ProcessorCount} cores · {SystemName()} · .NET {Environment.Version}";

    private static string Processor() => File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? $"{RuntimeInformation.OSArchitecture}";

    private static string SystemName() => File.ReadLines("/etc/os-release")
        .FirstOrDefault(line => line.StartsWith("PRETTY_NAME=", StringComparison.Ordinal))?.Split('=')[1].Trim('"') ?? RuntimeInformation.OSDescription;
}
