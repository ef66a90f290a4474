namespace Nearcall.EndToEnd.Processes;

/// <summary>A program with its arguments.</summary>
internal sealed record CommandLine(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>The same, bound to a core; where nothing can be bound, as it is.</summary>
    public CommandLine On(int? core) => core is null ? this : new("taskset", ["-c", $"{core}", Program, .. Arguments]);

    /// <summary>Whether the shell would find such a program.</summary>
    public static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>The system's own Python, without the script that a version manager may have put before it.</summary>
    public static string Python { get; } = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    public override string ToString() => string.Join(' ', [Program, .. Arguments]);
}
