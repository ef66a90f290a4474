using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>The fleet: where its machines stand, who is asked how they are, and what is done about it.</summary>
public sealed class ScaleSetTests
{
    private const string Path = "deploy/azure/scale-set.json";
    private static readonly Template Template = Template.Load(Path);
    private static readonly JsonObject Fleet = Template.Resource("Microsoft.Compute/virtualMachineScaleSets");
    private static readonly JsonObject Balancer = Template.Resource("Microsoft.Network/loadBalancers");

    [Fact]
    public void Machines_OfTheFleet_AreThoseOfTheSingleMachine()
    {
        var one = Template.Load("deploy/azure/machine.json").Resource("Microsoft.Compute/virtualMachines").At("properties");
        var many = Fleet.At("properties.virtualMachineProfile");

        Assert.Equal(one.Text("hardwareProfile.vmSize"), Fleet.Text("sku.name"));
        Assert.All(
            ["securityProfile", "storageProfile.imageReference", "osProfile.linuxConfiguration", "osProfile.adminUsername"],
            path => Assert.Equal(one.At(path).ToJsonString(), many.At(path).ToJsonString()));
    }

    [Fact]
    public void Zones_OfTheFleet_AreThree()
    {
        var addresses = Template.Resources.Where(resource => resource!.Text("type") == "Microsoft.Network/publicIPAddresses");

        Assert.Equal(["1", "2", "3"], Fleet.At("zones").Texts());
        Assert.All(addresses, address => Assert.Equal(["1", "2", "3"], address!.At("zones").Texts()));
    }

    [Fact]
    public void Probe_OfTheBalancer_IsTheOneHealthOfAll()
    {
        var probe = Balancer.At("properties.probes[0]");
        var rule = Balancer.At("properties.loadBalancingRules").AsArray().Single()!.At("properties");

        Assert.Equal("Http", probe.Text("properties.protocol"));
        Assert.Equal("/health/ready", probe.Text("properties.requestPath"));
        Assert.Equal([8000, 8000, 8000], [probe.Number("properties.port"), rule.Number("frontendPort"), rule.Number("backendPort")]);
        Assert.Equal(rule.Text("probe.id"), Fleet.Text("properties.virtualMachineProfile.networkProfile.healthProbe.id"));
        var packet = new Packet("Tcp", IPAddress.Parse("168.63.129.16"), IPAddress.Parse("10.0.0.4"), probe.Number("properties.port"));
        Assert.True(SecurityGroup.Load(Path).Evaluate(packet).Allow);
    }

    // The default of Stop:Within is 25 s, which must also hold the answers to the last calls.
    [Fact]
    public void Settings_OfAMachine_KeepItServingUntilTheProbeHasNoticed()
    {
        var probe = Balancer.At("properties.probes[0].properties");
        var notices = probe.Number("intervalInSeconds") * probe.Number("probeThreshold");

        Assert.InRange(Settings([]).Number("Stop.NotReady"), notices + 1, 20);
    }

    [Fact]
    public void Settings_Given_AreAddedToThoseOfTheTemplate()
    {
        var settings = Settings(new JsonObject { ["settings"] = JsonNode.Parse("""{ "Path": "/sums", "Stop": { "Within": 40 } }""") });

        Assert.Equal("""{"Stop":{"NotReady":15,"Within":40},"Path":"/sums"}""", settings.ToJsonString());
    }

    [Fact]
    public void Upgrades_OfTheFleet_RollAndSickMachinesAreReplaced()
    {
        var policy = Fleet.At("properties.upgradePolicy");

        Assert.Equal("Rolling", policy.Text("mode"));
        Assert.True(policy.Flag("rollingUpgradePolicy.maxSurge"));
        Assert.True(policy.Flag("automaticOSUpgradePolicy.enableAutomaticOSUpgrade"));
        Assert.True(policy.Flag("automaticOSUpgradePolicy.useRollingUpgradePolicy"));
        Assert.True(Fleet.Flag("properties.automaticRepairsPolicy.enabled"));
        Assert.Equal("Replace", Fleet.Text("properties.automaticRepairsPolicy.repairAction"));
        // A machine of three that is sick must not stop the upgrade that may heal it.
        Assert.InRange(policy.Number("rollingUpgradePolicy.maxUnhealthyInstancePercent"), 34, 50);
        // A machine needs its time to install the server before it counts as sick; Azure takes ten minutes at least.
        Assert.True(XmlConvert.ToTimeSpan(Fleet.Text("properties.automaticRepairsPolicy.gracePeriod")) >= TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void Autoscale_RulesOfCpu_NeverUndoEachOther()
    {
        var scale = Template.Resource("Microsoft.Insights/autoscaleSettings").At("properties");
        var profile = scale.At("profiles").AsArray().Single()!;
        var least = int.Parse(profile.Text("capacity.minimum"), CultureInfo.InvariantCulture);
        var most = int.Parse(profile.Text("capacity.maximum"), CultureInfo.InvariantCulture);
        var up = profile.At("rules[0]");
        var down = profile.At("rules[1]");

        Assert.Equal(Id(Fleet), scale.Text("targetResourceUri"));
        Assert.All([up, down], rule => Assert.Equal("Percentage CPU", rule.Text("metricTrigger.metricName")));
        Assert.All([up, down], rule => Assert.Equal(Id(Fleet), rule.Text("metricTrigger.metricResourceUri")));
        Assert.Equal(["GreaterThan", "Increase", "LessThan", "Decrease"], Directions(up).Concat(Directions(down)));
        Assert.True(least >= 3 && most > least);
        // With one machine less, the others must stay below what brings it back, at any number of machines.
        var after = down.Number("metricTrigger.threshold") * (least + 1.0) / least;
        Assert.True(after < up.Number("metricTrigger.threshold"));
        // A third of the fleet, a zone, may fail before the rest has nothing left.
        Assert.True(up.Number("metricTrigger.threshold") * 3 / 2 < 100);
    }

    [Fact]
    public void Outbound_PortsOfOneAddress_SufficeForAllMachines()
    {
        var rule = Balancer.At("properties.outboundRules").AsArray().Single()!.At("properties");
        var most = JsonNode.Parse(File.ReadAllText(Repository.PathOf(Path)))!.Number("parameters.maximum.maxValue");
        var batch = Fleet.Number("properties.upgradePolicy.rollingUpgradePolicy.maxBatchInstancePercent");

        Assert.True(rule.Number("allocatedOutboundPorts") * (most + (most * batch / 100)) <= 64000);
        Assert.Equal(0, rule.Number("allocatedOutboundPorts") % 8);
        Assert.True(Balancer.Flag("properties.loadBalancingRules[0].properties.disableOutboundSnat"));
        // Calls keep the address that clients know to themselves.
        Assert.NotEqual(
            Balancer.Text("properties.loadBalancingRules[0].properties.frontendIPConfiguration.id"),
            rule.Text("frontendIPConfigurations[0].id"));
    }

    [Fact]
    public void Machines_FromOutside_AreReachedForCallsAlone()
    {
        Assert.Null(Balancer["properties"]!["inboundNatRules"]);
        Assert.Null(Balancer["properties"]!["inboundNatPools"]);
        Assert.DoesNotContain("publicIPAddressConfiguration", Fleet.ToJsonString(), StringComparison.Ordinal);
    }

    private static string[] Directions(JsonNode rule) => [rule.Text("metricTrigger.operator"), rule.Text("scaleAction.direction")];

    private static string Id(JsonNode resource) =>
        $"{TemplateFunctions.ResourceGroup}/providers/{resource.Text("type")}/{resource.Text("name")}";

    private static JsonNode Settings(JsonObject parameters) => JsonNode.Parse(CloudInit.Of(Template.Load(Path, parameters)).Settings)!;
}
