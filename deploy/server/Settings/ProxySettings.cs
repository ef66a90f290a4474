using System.Net;

namespace Nearcall.Server.Settings;

/// <summary>The proxies whose word on the caller's address counts.</summary>
internal static class ProxySettings
{
    private const string Key = "KnownProxies";

    /// <exception cref="SettingsException">An item is neither an address nor a network.</exception>
    public static IReadOnlyList<IPNetwork> Parse(SettingsReader reader) =>
        [.. reader.List(Key).Select(item => Parse(item.Text) ?? throw reader.Error(item.Key, "an IP address or a network such as 10.0.0.0/8 is expected"))];

    private static IPNetwork? Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
