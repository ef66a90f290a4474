namespace Nearcall.Tests.Rules;

/// <summary>The working copy that the tests run from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Nearcall.slnx</c>, found by walking up from the test's own folder.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relativePath) => Path.Combine(Root, relativePath);

    /// <summary>Files of a folder and those below it, without what a build leaves there, in a stable order.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        Directory.Exists(PathOf(folder))
            ? [.. Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
                .Where(path => !IsBuildOutput(Path.GetRelativePath(Root, path)))
                .Order(StringComparer.Ordinal)]
            : [];

    private static bool IsBuildOutput(string relativePath) =>
        relativePath.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nearcall.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository: no Nearcall.slnx above them.");
    }
}
