using Nearcall.Server.Credentials;

namespace Nearcall.Server.Settings;

/// <summary>Names with hashes: API keys and users.</summary>
internal static class CredentialSettings
{
    private const string Keys = "ApiKeys";
    private const string Users = "Users";

    /// <exception cref="SettingsException">A hash is not of the form that its list takes.</exception>
    public static CallerList Parse(SettingsReader reader)
    {
        var keys = new Dictionary<string, KeyHash>(StringComparer.Ordinal);
        foreach (var (key, name, text) in reader.Members(Keys))
        {
            keys.Add(name, KeyHash.TryParse(text, out var hash) ? hash : throw Error(key, "nearcall-server hash --api-key"));
        }

        var users = new Dictionary<string, PasswordHash>(StringComparer.Ordinal);
        foreach (var (key, name, text) in reader.Members(Users))
        {
            if (name.Contains(':', StringComparison.Ordinal))
            {
                throw reader.Error(key, "a name without a colon is expected", isSecret: true);
            }

            users.Add(name, PasswordHash.TryParse(text, out var hash) ? hash : throw Error(key, "nearcall-server hash"));
        }

        return new CallerList(keys, users);

        SettingsException Error(string key, string command) => reader.Error(key, $"a hash as made by '{command}' is expected", isSecret: true);
    }
}
