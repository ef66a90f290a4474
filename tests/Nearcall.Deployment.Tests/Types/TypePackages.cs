using System.Diagnostics;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Tests.Rules;

[assembly: AssemblyFixture(typeof(Nearcall.Deployment.Tests.Types.TypePackages))]

namespace Nearcall.Deployment.Tests.Types;

/// <summary>
/// The npm packages of this folder, installed once in a folder of their own. Without npm tests are skipped, or fail where CI is true.
/// </summary>
public sealed class TypePackages : IDisposable
{
    private static readonly string Folder = Repository.PathOf("artifacts/deployment-types");
    private readonly SemaphoreSlim _turn = new(1);
    private string? _problem;
    private bool _tried;

    public void Dispose() => _turn.Dispose();

    /// <summary>Writes a program with a script of this folder, compiles it strictly, and runs it if it compiles.</summary>
    /// <param name="script">The script that writes the program.</param>
    /// <param name="json">What it is given.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What the compiler, or the program, said, with the exit code.</returns>
    internal async Task<ProgramRun> CheckAsync(string script, string json, CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        var name = $"{Path.GetFileNameWithoutExtension(script)}-{Guid.NewGuid():N}";
        var input = Path.Combine(Folder, $"{name}.json");
        var program = Path.Combine(Folder, $"{name}.ts");
        var output = Path.Combine(Folder, $"{name}.out");
        try
        {
            await File.WriteAllTextAsync(input, json, cancellationToken);
            var written = await RunAsync("node", [script, input, program], cancellationToken);
            if (written.ExitCode != 0)
            {
                return written;
            }

            var options = await File.ReadAllLinesAsync(Path.Combine(Folder, "compiler.options"), cancellationToken);
            string[] compile = ["node_modules/typescript/bin/tsc", .. options, "--outDir", output, program];
            var compiled = await RunAsync("node", compile, cancellationToken);
            return compiled.ExitCode != 0
                ? compiled
                : await RunAsync("node", [Path.Combine(output, $"{name}.js")], cancellationToken);
        }
        finally
        {
            File.Delete(input);
            File.Delete(program);
            if (Directory.Exists(output))
            {
                Directory.Delete(output, recursive: true);
            }
        }
    }

    private static Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        ProgramRun.RunAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder }, cancellationToken);

    private async Task RequireAsync(CancellationToken cancellationToken)
    {
        PeerProgram.Require("node");
        PeerProgram.Require("npm");
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_tried)
            {
                _problem = await InstallAsync(cancellationToken);
                _tried = true;
            }
        }
        finally
        {
            _turn.Release();
        }

        if (_problem is not null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", _problem);
            Assert.Fail(_problem);
        }
    }

    private static async Task<string?> InstallAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var stamp = Path.Combine(Folder, "installed");
        var wanted = "";
        var files = Repository.Files("tests/Nearcall.Deployment.Tests/Types", "*");
        foreach (var file in files.Where(file => Path.GetExtension(file) != ".cs"))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
            wanted += Path.GetExtension(file) is ".json" or ".mjs" ? await File.ReadAllTextAsync(file, cancellationToken) : "";
        }

        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
        {
            return null;
        }

        var installed = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cancellationToken);
        if (installed.ExitCode != 0)
        {
            return $"npm cannot install the packages: {installed.Errors.Trim().Split('\n')[^1]}";
        }

        (await RunAsync("node", ["narrow.mjs"], cancellationToken)).ThrowIfFailed();
        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
        return null;
    }
}
