using Nearcall.Tests.Rules;
using YamlDotNet.RepresentationModel;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>What a machine does when it starts for the first time.</summary>
public sealed class CloudInitTests
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("deploy/azure/cloud-init.yaml"));

    [Fact]
    public void Text_FirstLine_SaysWhatItIs() => Assert.StartsWith("#cloud-config\n", Text, StringComparison.Ordinal);

    [Fact]
    public void Packages_SecurityUpdates_AreAmongThem()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text));
        var packages = (YamlSequenceNode)yaml.Documents.Single().RootNode["packages"];

        Assert.Contains("unattended-upgrades", packages.Select(package => package.ToString()));
    }
}
