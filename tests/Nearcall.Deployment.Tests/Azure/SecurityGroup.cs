using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>The network security group of a template with the three rules that Azure adds to each, for packets that come in.</summary>
/// <remarks>Connections are let in or not when they open; answers, and what the machine itself opens, pass.</remarks>
internal sealed class SecurityGroup
{
    /// <summary>Where the health probes of Azure's load balancers come from, on every network.</summary>
    public const string AzureLoadBalancer = "168.63.129.16/32";

    private readonly IPNetwork _network;

    private SecurityGroup(IEnumerable<SecurityRule> rules, IPNetwork network)
    {
        _network = network;
        Rules =
        [
            .. rules.OrderBy(rule => rule.Priority),
            new(65000, "AllowVnetInBound", "*", ["*"], ["VirtualNetwork"], ["VirtualNetwork"], true),
            new(65001, "AllowAzureLoadBalancerInBound", "*", ["*"], ["AzureLoadBalancer"], ["*"], true),
            new(65500, "DenyAllInBound", "*", ["*"], ["*"], ["*"], false),
        ];
        if (Rules.DistinctBy(rule => rule.Priority).Count() != Rules.Count)
        {
            throw new TemplateException("Two rules have one priority.");
        }
    }

    /// <summary>All rules, the one that is asked first at the front.</summary>
    public IReadOnlyList<SecurityRule> Rules { get; }

    /// <summary>Reads the group of a template.</summary>
    /// <param name="path">The template, relative to the repository.</param>
    /// <param name="parameters">Values for the template's parameters, for example <c>rpcSources</c>.</param>
    /// <param name="network">What <c>VirtualNetwork</c> means; null for the network of the template.</param>
    public static SecurityGroup Load(string path = "deploy/azure/machine.json", JsonObject? parameters = null, IPNetwork? network = null)
    {
        var template = Template.Load(path, parameters);
        var prefix = template.Resource("Microsoft.Network/virtualNetworks").Text("properties.addressSpace.addressPrefixes[0]");
        return Read(template.Resource("Microsoft.Network/networkSecurityGroups"), network ?? IPNetwork.Parse(prefix));
    }

    public static SecurityGroup Read(JsonNode group, IPNetwork network) =>
        new(group.At("properties.securityRules").AsArray().Select(rule => SecurityRule.Read(rule!)), network);

    /// <summary>The rule that decides: the first that fits. The last rule fits every packet.</summary>
    public SecurityRule Evaluate(Packet packet) => Rules.First(rule =>
        (rule.Protocol == "*" || rule.Protocol == packet.Protocol)
        && rule.Ports.Any(ports => Covers(ports, packet))
        && rule.Sources.Any(source => Contains(source, packet.Source))
        && rule.Destinations.Any(destination => Contains(destination, packet.Destination)));

    /// <summary>The same rules for <c>nft -f</c>, on a router between the network and the world, or on the machine itself.</summary>
    /// <param name="world">The interface on which packets come in that are judged. What comes on any other passes.</param>
    /// <param name="hook"><c>forward</c> on a router in front of the machine, <c>input</c> on the machine.</param>
    public string ToNftables(string world, string hook = "forward")
    {
        var text = new StringBuilder()
            .Append("table inet security_group {\n  chain inbound {\n")
            .Append(CultureInfo.InvariantCulture, $"    type filter hook {hook} priority 0; policy drop;\n")
            .Append("    ct state established,related accept\n")
            .Append(CultureInfo.InvariantCulture, $"    iifname != \"{world}\" accept\n");
        foreach (var rule in Rules)
        {
            text.Append("    ")
                .Append(Addresses("saddr", rule.Sources))
                .Append(Addresses("daddr", rule.Destinations))
                .Append(Ports(rule))
                .Append(rule.Allow ? "counter accept" : "counter drop")
                .Append(CultureInfo.InvariantCulture, $" comment \"{rule.Priority} {rule.Name}\"\n");
        }

        return text.Append("  }\n}\n").ToString();
    }

    private static bool Covers(string ports, Packet packet)
    {
        if (ports == "*")
        {
            return true;
        }

        var ends = ports.Split('-');
        return packet.Protocol != "Icmp" && packet.Port >= Number(ends[0]) && packet.Port <= Number(ends[^1]);
    }

    private static int Number(string text) => ushort.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Ports(SecurityRule rule)
    {
        var protocol = rule.Protocol switch
        {
            "Tcp" => "tcp",
            "Udp" => "udp",
            "Icmp" => "icmp",
            "*" => "",
            var other => throw new TemplateException($"Rule '{rule.Name}': there is no protocol '{other}'."),
        };
        if (rule.Ports.Contains("*"))
        {
            return protocol.Length == 0 ? "" : $"meta l4proto {protocol} ";
        }

        var ports = $"dport {{ {string.Join(", ", rule.Ports)} }} ";
        return protocol.Length == 0 ? $"th {ports}" : $"{protocol} {ports}";
    }

    private bool Contains(string prefix, IPAddress address) => Network(prefix)?.Contains(address) ?? true;

    private string Addresses(string side, IReadOnlyList<string> prefixes) =>
        prefixes.Contains("*") ? "" : $"ip {side} {{ {string.Join(", ", prefixes.Select(prefix => Network(prefix).ToString()))} }} ";

    private IPNetwork? Network(string prefix) => prefix switch
    {
        "*" => null,
        "VirtualNetwork" => _network,
        "AzureLoadBalancer" => IPNetwork.Parse(AzureLoadBalancer),
        _ when IPAddress.TryParse(prefix, out var address) => new IPNetwork(address, address.GetAddressBytes().Length * 8),
        _ when IPNetwork.TryParse(prefix, out var network) => network,
        _ => throw new TemplateException($"There is no range of addresses '{prefix}'."),
    };
}
