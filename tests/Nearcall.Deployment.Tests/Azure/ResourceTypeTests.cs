using System.Text.Json.Nodes;
using Nearcall.Deployment.Tests.Types;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>The templates' resources are of the types that Microsoft publishes, and are what Microsoft's own clients would send.</summary>
public sealed class ResourceTypeTests(TypePackages packages)
{
    private const string Script = "azure.mjs";
    private const string Group = "Microsoft.Network/networkSecurityGroups";
    private const string Machine = "Microsoft.Compute/virtualMachines";

    /// <summary>A resource, a place in it, what stands there instead, and what is said.</summary>
    public static TheoryData<string, string, string, string, string> Slips { get; } = new()
    {
        { Group, "properties.securityRules[0].properties", "priorty", "300", "\"priorty\"' does not exist" },
        { Group, "properties.securityRules[0].properties", "access", "\"Alow\"", "'\"Alow\"' is not assignable" },
        { Group, "properties.securityRules[0].properties", "priority", "\"300\"", "'string'" },
        { Group, "properties.securityRules[0]", "priority", "300", "stands beside \"properties\" and in it" },
        { Group, "", "apiVersion", "\"2020-01-01\"", "apiVersion" },
        { Group, "properties", "zones", "[\"1\"]", "\"zones\"' does not exist" },
        { Machine, "properties.securityProfile.uefiSettings", "vTpmEnabled", "\"yes\"", "'string'" },
        { Machine, "properties.securityProfile", "securityType", "\"TrustedLunch\"", "'\"TrustedLunch\"' is not assignable" },
        { Machine, "properties", "zones", "[\"1\"]", "stands beside \"properties\" and in it" },
        { Machine, "properties", "tags", "{}", "as Microsoft's client understands it" },
        { Machine, "properties", "provisioningState", "\"Succeeded\"", "as Microsoft's client understands it" },
    };

    [Theory]
    [InlineData("deploy/azure/machine.json", 5)]
    [InlineData("deploy/azure/scale-set.json", 7)]
    public async Task Resources_OfATemplate_AreWhatTheClientsWouldSend(string template, int count)
    {
        var resources = Template.Load(template).Resources.ToJsonString();

        var run = await packages.CheckAsync(Script, resources, TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Equal($"{count} resources are what Microsoft's clients would send\n", run.Output);
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public async Task Resource_WithASlip_IsRefused(string type, string place, string member, string value, string message)
    {
        var resource = Template.Load("deploy/azure/machine.json").Resource(type).DeepClone();
        resource.At(place)[member] = JsonNode.Parse(value);

        var run = await packages.CheckAsync(Script, new JsonArray(resource).ToJsonString(), TestContext.Current.CancellationToken);

        Assert.NotEqual(0, run.ExitCode);
        Assert.True((run.Output + run.Errors).Contains(message, StringComparison.Ordinal), run.Output + run.Errors);
    }
}
