using System.Globalization;

namespace Nearcall.Server.Settings;

/// <summary>Reads settings one by one. Each error names the file or variable; what nobody has read is an error in the end.</summary>
internal sealed class SettingsReader(IConfigurationRoot root, string file)
{
    // They belong to the nearcall command, and to the search for the file.
    private readonly HashSet<string> _read = new(["SETTINGS", "PASSWORD", "TOKEN"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives a text; null where it is not set, or empty.</summary>
    public string? Text(string key)
    {
        _read.Add(key);
        return root[key] is { Length: > 0 } text ? text : null;
    }

    public bool Switch(string key) => Text(key) switch
    {
        null => false,
        var text when bool.TryParse(text, out var value) => value,
        _ => throw Error(key, "true or false is expected"),
    };

    public long Number(string key, long fallback, long least, long greatest)
    {
        if (Text(key) is not { } text)
        {
            return fallback;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= greatest
            ? value
            : throw Error(key, $"a whole number from {least} to {greatest} is expected");
    }

    public TimeSpan Seconds(string key, double fallback, double least, double greatest)
    {
        var seconds = fallback;
        if (Text(key) is { } text
            && !(double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds) && seconds >= least && seconds <= greatest))
        {
            throw Error(key, string.Create(CultureInfo.InvariantCulture, $"a number of seconds from {least} to {greatest} is expected"));
        }

        return TimeSpan.FromSeconds(seconds);
    }

    /// <summary>Gives the texts of a list: items in the file, or one text with commas.</summary>
    public IReadOnlyList<(string Key, string Text)> List(string key) => Text(key) is { } text
        ? [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => (key, item))]
        : [.. Members(key)];

    /// <summary>Gives what stands beneath a key.</summary>
    public IEnumerable<(string Key, string Text)> Members(string key) =>
        from member in root.GetSection(key).GetChildren() where Text(member.Path) is not null select (member.Path, member.Value!);

    /// <summary>Says where a setting stands.</summary>
    public string Where(string key)
    {
        var provider = root.Providers.LastOrDefault(provider => provider.TryGet(key, out _));
        return provider is null ? key : SettingsSource.NameOf(provider, key, file);
    }

    /// <summary>Makes the error of a setting that cannot be used. Its text is repeated, unless it is a secret.</summary>
    public SettingsException Error(string key, string what, bool isSecret = false) =>
        new(isSecret || root[key] is not { Length: > 0 } text ? $"{Where(key)}: {what}." : $"{Where(key)}: {what}, not '{text}'.");

    /// <summary>Refuses settings that do not exist: a letter too many must not turn a protection off in silence.</summary>
    public void RefuseUnknown()
    {
        foreach (var (key, value) in root.AsEnumerable())
        {
            if (value is not null && !_read.Contains(key))
            {
                throw new SettingsException($"{Where(key)}: there is no such setting.");
            }
        }
    }
}
