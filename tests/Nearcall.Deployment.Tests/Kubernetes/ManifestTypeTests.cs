using System.Text.RegularExpressions;
using Nearcall.Deployment.Tests.Types;

namespace Nearcall.Deployment.Tests.Kubernetes;

/// <summary>Every manifest is of the type that is made from Kubernetes' own schema, and has no field besides.</summary>
public sealed class ManifestTypeTests(TypePackages packages, KustomizedFolders folders)
{
    private const string Script = "kubernetes.mjs";

    public static TheoryData<string> Folders => KustomizedFolders.Names;

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Manifests_OfAFolder_AreOfTheirTypes(string folder)
    {
        var manifests = await folders.BuildAsync(folder);

        var run = await packages.CheckAsync(Script, manifests.Text, TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Equal($"{manifests.Kinds.Count()} manifests are of their types\n", run.Output);
    }

    [Theory]
    [InlineData("revisionHistoryLimit", "revisionHistoryLimits")]
    [InlineData("maxSkew: 1", "maxSkew: one")]
    [InlineData("drop:", "drops:")]
    [InlineData("httpGet:", "httpGets:")]
    [InlineData("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: 'true'")]
    [InlineData("minReplicas: 3", "minReplica: 3")]
    [InlineData("unhealthyPodEvictionPolicy:", "unhealthyPodEviction:")]
    [InlineData("podSelector:", "podSelectors:")]
    public async Task Manifest_WithASlip_IsRefused(string right, string wrong)
    {
        var text = (await folders.BuildAsync("overlays/production")).Text;
        var slip = new Regex(Regex.Escape(right)).Replace(text, wrong, 1);
        Assert.NotEqual(text, slip);

        var run = await packages.CheckAsync(Script, slip, TestContext.Current.CancellationToken);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("error TS", run.Output, StringComparison.Ordinal);
    }
}
