using System.Text.Json.Nodes;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>The machine is the one of the origin's report, property by property.</summary>
public sealed class MachineTests
{
    private static readonly Template Template = Template.Load("deploy/azure/machine.json");
    private static readonly JsonObject Machine = Template.Resource("Microsoft.Compute/virtualMachines");

    [Fact]
    public void Place_OfTheMachine_IsZoneOneOfCentralIndia()
    {
        Assert.All(Template.Resources, resource => Assert.Equal("centralindia", resource!.Text("location")));
        Assert.Equal(["1"], Machine.At("zones").Texts());
        Assert.Equal(["1"], Template.Resource("Microsoft.Network/publicIPAddresses").At("zones").Texts());
    }

    [Fact]
    public void Image_OfTheMachine_IsUbuntuServer2404OfTheSecondGeneration()
    {
        var image = Machine.At("properties.storageProfile.imageReference");

        Assert.Equal("""{"publisher":"Canonical","offer":"ubuntu-24_04-lts","sku":"server","version":"latest"}""", image.ToJsonString());
    }

    [Fact]
    public void Size_OfTheMachine_IsD2sOfTheThirdVersion() =>
        Assert.Equal("Standard_D2s_v3", Machine.Text("properties.hardwareProfile.vmSize"));

    [Fact]
    public void Security_OfTheMachine_IsTrustedLaunchWithSecureBootAndTpm()
    {
        var security = Machine.At("properties.securityProfile");

        Assert.Equal("TrustedLaunch", security.Text("securityType"));
        Assert.True(security.Flag("uefiSettings.secureBootEnabled"));
        Assert.True(security.Flag("uefiSettings.vTpmEnabled"));
    }

    [Fact]
    public void IntegrityMonitoring_OfTheMachine_IsOff()
    {
        // It would be the extension for guest attestation.
        Assert.DoesNotContain("extensions", Template.Resources.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(Machine["resources"]);
        Assert.DoesNotContain("attestation", Machine.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Hibernation_OfTheMachine_IsOff() => Assert.False(Machine.Flag("properties.additionalCapabilities.hibernationEnabled"));

    [Fact]
    public void User_OfTheMachine_IsAzureuserWithAKeyAndWithoutPassword()
    {
        var system = Machine.At("properties.osProfile");
        var key = system.At("linuxConfiguration.ssh.publicKeys").AsArray().Single()!;

        Assert.Equal("azureuser", system.Text("adminUsername"));
        Assert.Null(system["adminPassword"]);
        Assert.True(system.Flag("linuxConfiguration.disablePasswordAuthentication"));
        Assert.Equal("/home/azureuser/.ssh/authorized_keys", key.Text("path"));
        Assert.StartsWith("ssh-rsa ", key.Text("keyData"), StringComparison.Ordinal);
    }

    [Fact]
    public void Network_OfTheMachine_IsAnInterfaceWithTheGroupAndAStandardAddress()
    {
        var address = Template.Resource("Microsoft.Network/publicIPAddresses");
        var nic = Template.Resource("Microsoft.Network/networkInterfaces");
        var configuration = nic.At("properties.ipConfigurations[0].properties");

        Assert.Equal("Standard", address.Text("sku.name"));
        Assert.Equal("Static", address.Text("properties.publicIPAllocationMethod"));
        Assert.Equal(Id("networkSecurityGroups/rpc-server-nsg"), nic.Text("properties.networkSecurityGroup.id"));
        Assert.Equal(Id("virtualNetworks/rpc-server-vnet/subnets/default"), configuration.Text("subnet.id"));
        Assert.Equal(Id("publicIPAddresses/rpc-server-ip"), configuration.Text("publicIPAddress.id"));
        Assert.Equal(Id("networkInterfaces/rpc-server-nic"), Machine.Text("properties.networkProfile.networkInterfaces[0].id"));
    }

    [Fact]
    public void Parameters_OfTheReport_HaveItsValuesAndCanBeOthers()
    {
        var other = Template.Load("deploy/azure/machine.json", new JsonObject
        {
            ["location"] = "westeurope",
            ["zone"] = "3",
            ["size"] = "Standard_D4s_v5",
            ["adminUsername"] = "ada",
            ["machineName"] = "sums",
        });
        var machine = other.Resource("Microsoft.Compute/virtualMachines");

        Assert.Equal("sums", machine.Text("name"));
        Assert.Equal("Standard_D4s_v5", machine.Text("properties.hardwareProfile.vmSize"));
        Assert.Equal("/home/ada/.ssh/authorized_keys", machine.Text("properties.osProfile.linuxConfiguration.ssh.publicKeys[0].path"));
        Assert.Equal(["3"], machine.At("zones").Texts());
        Assert.All(other.Resources, resource => Assert.Equal("westeurope", resource!.Text("location")));
        Assert.All(other.Resources, resource => Assert.StartsWith("sums", resource!.Text("name"), StringComparison.Ordinal));
    }

    [Fact]
    public void Names_OfTheReport_StandInNoFixedPlace()
    {
        var text = JsonNode.Parse(File.ReadAllText(Repository.PathOf("deploy/azure/machine.json")))!.At("resources").ToJsonString();

        Assert.All(
            ["centralindia", "azureuser", "Standard_D2s_v3", "rpc-server"],
            name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
    }

    private static string Id(string name) => $"{TemplateFunctions.ResourceGroup}/providers/Microsoft.Network/{name}";
}
