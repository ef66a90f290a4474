namespace Nearcall.EndToEnd;

/// <summary>The working copy that the program runs from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Nearcall.slnx</c>, found by walking up from the program's own folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>What a run leaves behind and nobody keeps: bodies, compiled peers.</summary>
    public static string Artifacts { get; } = Directory.CreateDirectory(PathOf("artifacts/end-to-end")).FullName;

    public static string PathOf(string relativePath) => Path.Combine(Root, relativePath);

    /// <summary>The program of a project of bench/, built with the configuration of this one.</summary>
    public static string ProgramOf(string project) =>
        Path.Combine(AppContext.BaseDirectory.Replace("Nearcall.EndToEnd", project, StringComparison.Ordinal), $"{project}.dll");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nearcall.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("There is no Nearcall.slnx above the program.");
    }
}
