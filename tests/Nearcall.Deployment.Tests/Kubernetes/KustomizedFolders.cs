using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Tests.Rules;

[assembly: AssemblyFixture(typeof(Nearcall.Deployment.Tests.Kubernetes.KustomizedFolders))]

namespace Nearcall.Deployment.Tests.Kubernetes;

/// <summary>The folders of manifests, each built once. Without kubectl tests are skipped, or fail where CI is true.</summary>
public sealed class KustomizedFolders
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Manifests?>>> _built = new();

    public static TheoryData<string> Names { get; } = ["base", "overlays/small", "overlays/production"];

    internal async Task<Manifests> BuildAsync(string folder)
    {
        var manifests = await _built.GetOrAdd(folder, static name => new(() => RunAsync(name))).Value;
        if (manifests is null)
        {
            const string Problem = "There is no kubectl on this machine.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Problem);
            Assert.Fail(Problem);
        }

        return manifests;
    }

    private static async Task<Manifests?> RunAsync(string folder)
    {
        try
        {
            // Shared by many tests, so none of them may end it.
            var start = new ProcessStartInfo("kubectl", ["kustomize", Repository.PathOf($"deploy/kubernetes/{folder}")]);
            var run = await ProgramRun.RunAsync(start, CancellationToken.None);
            return run.Errors.Length == 0 ? new Manifests(run.ThrowIfFailed()) : throw new InvalidOperationException(run.Errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
