using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nearcall.Deployment.Tests.Azure;
using Nearcall.Deployment.Tests.Kubernetes;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Documentation;

/// <summary>The page for those who do it for the first time says what is there.</summary>
public sealed partial class DeployPageTests
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("docs/deploy.md"));

    [Fact]
    public async Task Scripts_OfThePage_AreFreeOfSlips()
    {
        PeerProgram.Require("shellcheck");
        var folder = Directory.CreateTempSubdirectory("nearcall-").FullName;
        foreach (var block in Blocks("sh"))
        {
            // Variables go from one block to another.
            var script = Path.Combine(folder, "block.sh");
            await File.WriteAllTextAsync(script, $"#!/bin/bash\n{block}", TestContext.Current.CancellationToken);
            var start = new ProcessStartInfo("shellcheck", ["--exclude=SC2034,SC2154", script]);

            var run = await ProgramRun.RunAsync(start, TestContext.Current.CancellationToken);

            Assert.True(run.ExitCode == 0, block + run.Output);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Deployments_OfThePage_GiveEachTemplateWhatItWants()
    {
        var commands = Blocks("sh")
            .SelectMany(block => block.Replace("\\\n", "", StringComparison.Ordinal).Split('\n'))
            .Where(line => line.StartsWith("az deployment group create", StringComparison.Ordinal))
            .ToArray();

        Assert.Equal(3, commands.Length);
        Assert.All(commands, command =>
        {
            var template = TemplateFile().Match(command).Groups[1].Value;
            var declared = JsonNode.Parse(File.ReadAllText(Repository.PathOf(template)))!.At("parameters").AsObject();
            var given = Parameter().Matches(command).Select(match => match.Groups[1].Value).ToArray();
            var wanted = declared.Where(parameter => parameter.Value!["defaultValue"] is null).Select(parameter => parameter.Key);

            Assert.Empty(given.Except(declared.Select(parameter => parameter.Key)));
            Assert.Empty(wanted.Except(given));
        });
    }

    [Fact]
    public void Values_ForParameters_AreTaken()
    {
        var values = Given().Matches(Text).Select(match => (Name: match.Groups[1].Value, Value: match.Groups[2].Value)).ToArray();

        Assert.Equal(["sshSources", "rpcSources", "settings"], values.Select(value => value.Name));
        Assert.All(
            values,
            value => Template.Load("deploy/azure/scale-set.json", new JsonObject { [value.Name] = JsonNode.Parse(value.Value) }));
    }

    [Fact]
    public void Outputs_ThatAreRead_AreThoseOfTheTemplates()
    {
        var read = Output().Matches(Text).Select(match => match.Groups[1].Value).Distinct().Order();

        Assert.Equal(Template.Load("deploy/azure/machine.json").Outputs.Select(output => output.Key).Order(), read);
    }

    [Fact]
    public void Buttons_OfThePage_LeadToTheTemplates()
    {
        var templates = Button().Matches(Text).Select(match => new Uri(Uri.UnescapeDataString(match.Groups[1].Value)));

        Assert.Equal(
            ["deploy/azure/machine.json", "deploy/azure/scale-set.json"],
            templates.Select(template => string.Concat(template.Segments.Skip(4))));
        Assert.All(templates, template => Assert.True(File.Exists(Repository.PathOf(string.Concat(template.Segments.Skip(4))))));
    }

    [Fact]
    public void Firewall_OfThePage_IsThatOfTheTemplate()
    {
        var rows = Row().Matches(Text).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value} {match.Groups[3].Value}");
        var rules = SecurityGroup.Load().Rules
            .Select(rule => $"{rule.Priority} {rule.Name} {(rule.Ports[0] == "*" ? "any" : rule.Ports[0])}");

        Assert.Equal(rules, rows);
    }

    [Fact]
    public async Task Overlay_OfThePage_IsBuiltWithItsImage()
    {
        var folder = Repository.PathOf($"artifacts/my-cluster-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        try
        {
            var overlay = Assert.Single(Blocks("yaml")).Replace("../deploy", "../../deploy", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder, "kustomization.yaml"), overlay, TestContext.Current.CancellationToken);

            var manifests = await new KustomizedFolders().BuildAsync(Path.GetRelativePath(Repository.PathOf("deploy/kubernetes"), folder));

            Assert.Equal("rpc1234.azurecr.io/nearcall-server:0.1.0", manifests.Of("Deployment", "spec/template/spec/containers/0/image"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Settings_OfThePage_AreJson() => Assert.All(Blocks("json"), block => Assert.IsType<JsonObject>(JsonNode.Parse(block)));

    private static IEnumerable<string> Blocks(string language) =>
        Block().Matches(Text).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    [GeneratedRegex("^```(\\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("--template-file (\\S+)")]
    private static partial Regex TemplateFile();

    [GeneratedRegex("(?<=\\s)([A-Za-z0-9]+)=['\"]")]
    private static partial Regex Parameter();

    [GeneratedRegex("(?<=\\s)([A-Za-z0-9]+)='([^']*)'")]
    private static partial Regex Given();

    [GeneratedRegex("properties\\.outputs\\.(\\w+)\\.value")]
    private static partial Regex Output();

    [GeneratedRegex("Microsoft\\.Template/uri/([^)]+)\\)")]
    private static partial Regex Button();

    [GeneratedRegex("^\\| ([0-9]+) \\| (\\w+) \\| (\\w+) \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
