using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Deployment.Tests.Publishing;

/// <summary>What lies in the archives, and whether it says so.</summary>
[Collection(Publication.Collection)]
[Trait("Size", "Long")]
public sealed class PublicationTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Archives { get; } = new()
    {
        { "nearcall-server", "linux-x64", "Microsoft.AspNetCore.App.Runtime.linux-x64" },
        { "nearcall", "linux-x64", "System.CommandLine" },
        { "nearcall", "win-x64", "System.CommandLine" },
        { "rpc_client", "linux-x64", "Microsoft.Extensions.Http" },
        { "rpc_client", "win-x64", "Microsoft.Extensions.Http" },
    };

    [Theory]
    [MemberData(nameof(Archives))]
    public async Task Archive_OfAProgram_HoldsItWithItsBillAndNotices(string name, string runtime, string component)
    {
        await Publication.AllAsync();
        var files = ReadArchive($"{name}-{Publication.Version}-{runtime}", runtime);
        var program = runtime.StartsWith("win", StringComparison.Ordinal) ? name + ".exe" : name;

        Assert.Equal(["LICENSE", "THIRD-PARTY-NOTICES.txt", program, "sbom.spdx.json"], files.Keys.Order(StringComparer.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine($"{program}: {files[program].Length / 1e6:0.0} MB");
        Assert.InRange(files[program].Length, 1, 55_000_000);

        var bill = JsonNode.Parse(files["sbom.spdx.json"])!;
        var packages = bill["packages"]!.AsArray().ToDictionary(package => (string)package!["name"]!, package => package!);
        Assert.Equal("SPDX-2.3", (string?)bill["spdxVersion"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files[program])), (string?)packages[program]["checksums"]![0]!["checksumValue"]);
        Assert.Contains(component, packages.Keys);
        Assert.Contains($"Microsoft.NETCore.App.Runtime.{runtime}", packages.Keys);
        Assert.DoesNotContain(packages.Keys, package => package.Contains("Analyzers", StringComparison.Ordinal));
        Assert.All(packages.Values, package => Assert.Contains((string?)package["licenseDeclared"], (string?[])["MIT", "Apache-2.0"]));

        var notices = System.Text.Encoding.UTF8.GetString(files["THIRD-PARTY-NOTICES.txt"]);
        Assert.All(packages.Keys.Except([program]), package => Assert.Contains($"\n{package} ", notices, StringComparison.Ordinal));
        Assert.Contains("zlib", notices, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Checksums_OfAllFiles_AreRight()
    {
        await Publication.AllAsync();

        var check = await RunAsync("sha256sum", "--check", "--strict", "SHA256SUMS");

        Assert.Equal("", check.Errors);
        Assert.Equal(0, check.ExitCode);
        var expected = Directory.GetFiles(Publication.Folder).Length - 1;
        Assert.Equal(expected, check.Output.Split('\n').Count(line => line.EndsWith(": OK", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Version_OfEachProgram_IsThatOfItsName()
    {
        var server = await RunAsync(await Publication.ServerAsync(), "--version");
        var tool = await RunAsync(await Publication.ToolAsync(), "--version");

        Assert.Equal($"nearcall-server {Publication.Version}\n", server.ThrowIfFailed());
        Assert.Contains(Publication.Version, tool.ThrowIfFailed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_MadeAgain_HasTheSameOctets()
    {
        var first = SHA256.HashData(await File.ReadAllBytesAsync(await Publication.PackageAsync(), CancellationToken));

        await Publication.MakeAsync("deb");

        Assert.Equal(first, SHA256.HashData(await File.ReadAllBytesAsync(await Publication.PackageAsync(), CancellationToken)));
    }

    private static Dictionary<string, byte[]> ReadArchive(string name, string runtime)
    {
        var path = Path.Combine(Publication.Folder, name);
        var files = new Dictionary<string, byte[]>();
        if (runtime.StartsWith("win", StringComparison.Ordinal))
        {
            using var zip = ZipFile.OpenRead(path + ".zip");
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                files.Add(Path.GetRelativePath(name, entry.FullName), ReadAll(content));
            }

            return files;
        }

        using var gzip = new GZipStream(File.OpenRead(path + ".tar.gz"), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        while (tar.GetNextEntry() is { } entry)
        {
            files.Add(Path.GetRelativePath(name, entry.Name), ReadAll(entry.DataStream!));
        }

        return files;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static Task<ProgramRun> RunAsync(string program, params string[] arguments) =>
        ProgramRun.RunAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = Publication.Folder }, CancellationToken);
}
