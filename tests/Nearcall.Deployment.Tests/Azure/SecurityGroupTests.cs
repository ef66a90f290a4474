using System.Net;
using System.Text.Json.Nodes;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>The origin's table of rules, asked packet by packet.</summary>
public sealed class SecurityGroupTests
{
    private static readonly IPAddress Machine = IPAddress.Parse("10.0.0.4");

    public static TheoryData<string> Templates { get; } = ["deploy/azure/machine.json", "deploy/azure/scale-set.json"];

    [Theory]
    [InlineData("Tcp", "198.51.100.7", 22, "SSH")]
    [InlineData("Tcp", "198.51.100.7", 80, "HTTP")]
    [InlineData("Tcp", "198.51.100.7", 443, "HTTPS")]
    [InlineData("Tcp", "198.51.100.7", 8000, "RPC")]
    [InlineData("Tcp", "198.51.100.7", 1099, "DenyAllInBound")]
    [InlineData("Tcp", "198.51.100.7", 7999, "DenyAllInBound")]
    [InlineData("Tcp", "198.51.100.7", 8001, "DenyAllInBound")]
    [InlineData("Tcp", "198.51.100.7", 3389, "DenyAllInBound")]
    [InlineData("Udp", "198.51.100.7", 8000, "DenyAllInBound")]
    [InlineData("Icmp", "198.51.100.7", 0, "DenyAllInBound")]
    [InlineData("Tcp", "10.0.255.9", 1099, "AllowVnetInBound")]
    [InlineData("Icmp", "10.0.0.5", 0, "AllowVnetInBound")]
    [InlineData("Tcp", "10.1.0.1", 1099, "DenyAllInBound")]
    [InlineData("Tcp", "168.63.129.16", 1099, "AllowAzureLoadBalancerInBound")]
    [InlineData("Tcp", "168.63.129.17", 1099, "DenyAllInBound")]
    public void Evaluate_PacketOfAnybody_IsDecidedByTheOriginsRule(string protocol, string source, int port, string rule)
    {
        var packet = new Packet(protocol, IPAddress.Parse(source), Machine, port);

        Assert.All(Templates, template => Assert.Equal(rule, SecurityGroup.Load(template.Data).Evaluate(packet).Name));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Rules_AsDeclared_AreTheOriginsWithout1099(string template)
    {
        var rules = SecurityGroup.Load(template).Rules.Select(rule =>
            string.Join(
                ' ', rule.Priority, rule.Name, rule.Ports.Single(), rule.Protocol, rule.Sources.Single(), rule.Destinations.Single(), rule.Allow));

        Assert.Equal(
            [
                "300 SSH 22 Tcp * * True",
                "320 HTTP 80 Tcp * * True",
                "340 HTTPS 443 Tcp * * True",
                "1000 RPC 8000 Tcp * * True",
                "65000 AllowVnetInBound * * VirtualNetwork VirtualNetwork True",
                "65001 AllowAzureLoadBalancerInBound * * AzureLoadBalancer * True",
                "65500 DenyAllInBound * * * * False",
            ],
            rules);
    }

    [Theory]
    [InlineData("sshSources", 22)]
    [InlineData("rpcSources", 8000)]
    public void Evaluate_SourcesGiven_OtherAddressesAreKeptOut(string parameter, int port)
    {
        foreach (var sources in new[] { """["203.0.113.0/24"]""", """["192.0.2.1", "203.0.113.0/24"]""" })
        {
            var group = SecurityGroup.Load(parameters: new JsonObject { [parameter] = JsonNode.Parse(sources) });

            Assert.True(group.Evaluate(new Packet("Tcp", IPAddress.Parse("203.0.113.200"), Machine, port)).Allow);
            Assert.False(group.Evaluate(new Packet("Tcp", IPAddress.Parse("203.0.114.1"), Machine, port)).Allow);
            Assert.True(group.Evaluate(new Packet("Tcp", IPAddress.Parse("203.0.114.1"), Machine, 443)).Allow);
        }
    }

    [Fact]
    public void Evaluate_DenyBeforeAllow_Denies()
    {
        var group = SecurityGroup.Read(
            JsonNode.Parse("""
                { "properties": { "securityRules": [
                  { "name": "late", "properties": {
                    "priority": 400, "direction": "Inbound", "access": "Allow", "protocol": "*", "sourcePortRange": "*",
                    "sourceAddressPrefix": "*", "destinationAddressPrefix": "*", "destinationPortRange": "*" } },
                  { "name": "early", "properties": {
                    "priority": 100, "direction": "Inbound", "access": "Deny", "protocol": "Udp", "sourcePortRange": "*",
                    "sourceAddressPrefixes": ["198.51.100.0/24", "192.0.2.1"], "destinationAddressPrefix": "*",
                    "destinationPortRanges": ["53", "8000-8010"] } }
                ] } }
                """)!,
            IPNetwork.Parse("10.0.0.0/16"));

        Assert.Equal("early", group.Evaluate(new Packet("Udp", IPAddress.Parse("198.51.100.9"), Machine, 8010)).Name);
        Assert.Equal("early", group.Evaluate(new Packet("Udp", IPAddress.Parse("192.0.2.1"), Machine, 53)).Name);
        Assert.Equal("late", group.Evaluate(new Packet("Udp", IPAddress.Parse("192.0.2.2"), Machine, 53)).Name);
        Assert.Equal("late", group.Evaluate(new Packet("Udp", IPAddress.Parse("198.51.100.9"), Machine, 8011)).Name);
        Assert.Contains(
            "    ip saddr { 198.51.100.0/24, 192.0.2.1/32 } udp dport { 53, 8000-8010 } counter drop comment \"100 early\"\n",
            group.ToNftables("eth0"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ToNftables_OfTheMachine_SaysEachRuleInItsOrder()
    {
        var parameters = new JsonObject { ["sshSources"] = new JsonArray("203.0.113.0/24") };

        var text = SecurityGroup.Load(parameters: parameters, network: IPNetwork.Parse("10.77.2.0/24")).ToNftables("n0");

        Assert.Equal(
            """
            table inet security_group {
              chain inbound {
                type filter hook forward priority 0; policy drop;
                ct state established,related accept
                iifname != "n0" accept
                ip saddr { 203.0.113.0/24 } tcp dport { 22 } counter accept comment "300 SSH"
                tcp dport { 80 } counter accept comment "320 HTTP"
                tcp dport { 443 } counter accept comment "340 HTTPS"
                tcp dport { 8000 } counter accept comment "1000 RPC"
                ip saddr { 10.77.2.0/24 } ip daddr { 10.77.2.0/24 } counter accept comment "65000 AllowVnetInBound"
                ip saddr { 168.63.129.16/32 } counter accept comment "65001 AllowAzureLoadBalancerInBound"
                counter drop comment "65500 DenyAllInBound"
              }
            }

            """,
            text);
    }

    [Fact]
    public void Group_OfTheScaleSet_IsThatOfTheMachine()
    {
        var groups = Templates.Select(template =>
            Template.Load(template.Data).Resource("Microsoft.Network/networkSecurityGroups").At("properties").ToJsonString());

        Assert.Single(groups.Distinct());
    }
}
