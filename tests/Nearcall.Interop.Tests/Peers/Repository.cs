namespace Nearcall.Interop.Tests.Peers;

/// <summary>Where things are: the sources that tests build, and what is built of them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that this project was built in; what it builds in turn uses the same files.</summary>
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif

    /// <summary>A folder for what tests build; it stays, so that the next run builds only what changed.</summary>
    public static string Artifacts(string name) => Path.Combine(AppContext.BaseDirectory, "artifacts", name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Nearcall.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the repository.");
        }

        return folder.FullName;
    }
}
