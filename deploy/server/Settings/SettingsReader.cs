using System.Globalization;

namespace Nearcall.Server.Settings;

/// <summary>Reads settings one by one. Each error names the file or variable; what nobody has read is an error in the end.</summary>
internal sealed class SettingsReader(IConfigurationRoot root, string file)
{
    // They belong to the search for the file, and to the nearcall command.
    private readonly HashSet<string> _read = new(["SETTINGS", "PASSWORD", "TOKEN"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives a text; null where it is not set. An empty one is an error: what was meant to protect would be off in silence.</summary>
    public string? Text(string key)
    {
        _read.Add(key);
        return root[key] is "" ? throw Error(key, "a text is expected; leave the setting out if there is none") : root[key];
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

    /// <summary>Gives the texts of a list: items in the file, or one text with commas, which wins.</summary>
    public IReadOnlyList<(string Key, string Text)> List(string key)
    {
        _read.Add(key);
        return root[key] is { Length: > 0 } text
            ? [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => (key, item))]
            : [.. Members(key).Select(member => (member.Key, member.Text))];
    }

    /// <summary>Gives what stands beneath a key, by name.</summary>
    public IEnumerable<(string Key, string Name, string Text)> Members(string key)
    {
        _read.Add(key);
        if (root.GetSection(key).GetChildren().Any())
        {
            foreach (var member in root.GetSection(key).GetChildren())
            {
                yield return (member.Path, member.Key, Text(member.Path) ?? throw Error(member.Path, "a text is expected"));
            }
        }
        else if (root[key] is { Length: > 0 })
        {
            throw Error(key, "names with texts are expected");
        }
    }

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
