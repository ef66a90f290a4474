using System.Text.RegularExpressions;

namespace Nearcall.Interop.Tests.Peers;

/// <summary>A program as the README prints it, made a file that can be run. Only its port is another, as the printed one may be taken.</summary>
internal static partial class ReadmeProgram
{
    private const string PrintedPort = "8000";

    // A reader's project has the compiler's own rules and not those of this repository.
    private const string Properties = """
        <Project>
          <Import Project="../../samples/Directory.Build.props" />
          <PropertyGroup>
            <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
            <AnalysisLevel>latest-default</AnalysisLevel>
            <GenerateDocumentationFile>false</GenerateDocumentationFile>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>The server: the first block of C#.</summary>
    public static Sample Server { get; } = Write("server", 0, "#:sdk Microsoft.NET.Sdk.Web\n#:project ../../src/Nearcall.AspNetCore", "0");

    /// <summary>The client, the second block, of a server that listens on a port.</summary>
    public static Sample Client(string port) => Write("client", 1, "#:project ../../src/Nearcall.Client", port);

    private static Sample Write(string name, int block, string directives, string port)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "readme");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), Properties);
        var blocks = CSharp().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")));
        var code = blocks[block].Groups["code"].Value.Replace(PrintedPort, port, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, $"{name}.cs"), $"{directives}\n\n{code}");
        return new Sample($"artifacts/readme/{name}.cs");
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
