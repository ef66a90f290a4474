using Nearcall.Server.Settings;

namespace Nearcall.Server.Credentials;

/// <summary>Makes what goes into the settings of a secret that only its owner keeps.</summary>
internal static class HashCommand
{
    /// <exception cref="SettingsException">There is no secret, or it is too weak for its use.</exception>
    public static string Run(TextReader input, bool isKey)
    {
        if (input.ReadLine() is not { Length: > 0 } secret)
        {
            throw new SettingsException("hash: a secret is expected on standard input.");
        }

        if (!isKey)
        {
            return PasswordHash.Create(secret).ToString();
        }

        return secret.Length >= KeyHash.ShortestKey
            ? KeyHash.Create(secret).ToString()
            : throw new SettingsException($"hash --api-key: a random key of at least {KeyHash.ShortestKey} characters is expected, such as openssl rand -hex 32 makes.");
    }
}
