namespace Nearcall.Server.Settings;

/// <summary>The limits of messages, each under the name that it has in <see cref="XmlRpcLimits"/>.</summary>
internal static class LimitSettings
{
    /// <exception cref="SettingsException">A limit is out of range.</exception>
    public static XmlRpcLimits Parse(SettingsReader reader)
    {
        var defaults = XmlRpcLimits.Default;
        return new XmlRpcLimits
        {
            MaxBytes = Long("MaxBytes", defaults.MaxBytes),
            MaxDecompressedBytes = Long("MaxDecompressedBytes", defaults.MaxDecompressedBytes),
            MaxStreamedBytes = Long("MaxStreamedBytes", defaults.MaxStreamedBytes),
            MaxDepth = Int("MaxDepth", defaults.MaxDepth, XmlRpcLimits.GreatestDepth),
            MaxMembers = Int("MaxMembers", defaults.MaxMembers),
            MaxStringLength = Int("MaxStringLength", defaults.MaxStringLength),
            MaxDigits = Int("MaxDigits", defaults.MaxDigits),
            MaxMulticallEntries = Int("MaxMulticallEntries", defaults.MaxMulticallEntries),
        };

        long Long(string name, long fallback) => reader.Number($"Limits:{name}", fallback, 1, long.MaxValue);
        int Int(string name, int fallback, int greatest = int.MaxValue) => (int)reader.Number($"Limits:{name}", fallback, 1, greatest);
    }
}
