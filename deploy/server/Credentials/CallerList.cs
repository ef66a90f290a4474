namespace Nearcall.Server.Credentials;

/// <summary>Who may call: names with what is kept of their secrets. Without any, everybody may.</summary>
internal sealed record CallerList(IReadOnlyDictionary<string, KeyHash> Keys, IReadOnlyDictionary<string, PasswordHash> Users)
{
    public bool IsEmpty => Keys.Count == 0 && Users.Count == 0;
}
