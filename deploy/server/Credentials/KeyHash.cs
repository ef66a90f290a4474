using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Nearcall.Server.Credentials;

/// <summary>What is kept of an API key: SHA-256, which is enough where the key is long and random, and costs a call next to nothing.</summary>
internal sealed class KeyHash
{
    /// <summary>The shortest key, in characters: 128 bits in hexadecimal digits.</summary>
    public const int ShortestKey = 32;

    private const string Form = "sha256";

    private readonly byte[] _hash;

    private KeyHash(byte[] hash) => _hash = hash;

    public static KeyHash Create(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static bool TryParse(string text, [NotNullWhen(true)] out KeyHash? hash)
    {
        hash = text.Split(':') is [Form, { Length: SHA256.HashSizeInBytes * 2 } digits] && digits.All(char.IsAsciiHexDigit)
            ? new KeyHash(Convert.FromHexString(digits))
            : null;
        return hash is not null;
    }

    /// <summary>Compares two hashes in a time that tells nothing.</summary>
    public bool Matches(KeyHash other) => CryptographicOperations.FixedTimeEquals(_hash, other._hash);

    public override string ToString() => $"{Form}:{Convert.ToHexStringLower(_hash)}";
}
