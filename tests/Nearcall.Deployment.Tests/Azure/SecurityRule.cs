using System.Text.Json.Nodes;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>One rule for packets that come in.</summary>
/// <param name="Priority">The lower, the earlier it is asked.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Protocol"><c>Tcp</c>, <c>Udp</c>, <c>Icmp</c>, or an asterisk.</param>
/// <param name="Ports">Ports, ranges such as <c>8000-8010</c>, or an asterisk.</param>
/// <param name="Sources">Addresses, ranges, names that Azure knows, or an asterisk.</param>
/// <param name="Destinations">As the sources.</param>
/// <param name="Allow">Whether a packet may pass.</param>
internal sealed record SecurityRule(
    int Priority,
    string Name,
    string Protocol,
    IReadOnlyList<string> Ports,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Destinations,
    bool Allow)
{
    /// <summary>Reads a rule of a template whose expressions are evaluated.</summary>
    public static SecurityRule Read(JsonNode rule)
    {
        var properties = rule.At("properties");
        if (properties.Text("direction") != "Inbound" || properties.Text("sourcePortRange") != "*")
        {
            throw new TemplateException($"Rule '{rule.Text("name")}': only what comes in, from any port, is known here.");
        }

        return new SecurityRule(
            properties.Number("priority"),
            rule.Text("name"),
            properties.Text("protocol"),
            Both(properties, "destinationPortRange"),
            Both(properties, "sourceAddressPrefix", "es"),
            Both(properties, "destinationAddressPrefix", "es"),
            properties.Text("access") switch
            {
                "Allow" => true,
                "Deny" => false,
                var access => throw new TemplateException($"Rule '{rule.Text("name")}': there is no access '{access}'."),
            });
    }

    // One value stands under the name, several under its plural.
    private static List<string> Both(JsonNode properties, string name, string plural = "s")
    {
        var one = properties[name]?.GetValue<string>();
        List<string> all = [.. properties[name + plural]?.AsArray().Select(item => item!.GetValue<string>()) ?? []];
        return (one, all.Count) switch
        {
            (null, > 0) => all,
            (not null, 0) => [one],
            _ => throw new TemplateException($"{name}: one value, or several, and not {properties.ToJsonString()}."),
        };
    }
}
