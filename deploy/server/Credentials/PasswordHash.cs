using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Nearcall.Server.Credentials;

/// <summary>What is kept of a password: PBKDF2 with HMAC-SHA-256, slow on purpose, as passwords can be guessed.</summary>
internal sealed class PasswordHash
{
    private const string Form = "pbkdf2-sha256";
    private const int Length = 32;
    private const int LeastIterations = 100_000;
    private const int GreatestIterations = 10_000_000;

    private readonly int _iterations;
    private readonly byte[] _salt;
    private readonly byte[] _hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash)
    {
        _iterations = iterations;
        _salt = salt;
        _hash = hash;
    }

    /// <summary>Hashes a new password.</summary>
    public static PasswordHash Create(string password, int iterations = 600_000)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new PasswordHash(iterations, salt, Derive(password, salt, iterations));
    }

    /// <summary>Makes a hash that no password has and that takes as long to check as the given one.</summary>
    public static PasswordHash CreateLike(PasswordHash? other) =>
        new(other?._iterations ?? LeastIterations, RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(Length));

    public static bool TryParse(string text, [NotNullWhen(true)] out PasswordHash? hash)
    {
        hash = null;
        if (text.Split(':') is not [Form, var number, var salt, var octets]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)
            || iterations is < LeastIterations or > GreatestIterations
            || !TryDecode(salt, out var saltOctets) || saltOctets.Length < 8
            || !TryDecode(octets, out var hashOctets) || hashOctets.Length != Length)
        {
            return false;
        }

        hash = new PasswordHash(iterations, saltOctets, hashOctets);
        return true;
    }

    public bool Verify(string password) => CryptographicOperations.FixedTimeEquals(Derive(password, _salt, _iterations), _hash);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Form}:{_iterations}:{Convert.ToBase64String(_salt)}:{Convert.ToBase64String(_hash)}");

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, Length);

    private static bool TryDecode(string text, out byte[] octets)
    {
        octets = new byte[text.Length];
        var isBase64 = Convert.TryFromBase64String(text, octets, out var length);
        octets = octets[..length];
        return isBase64;
    }
}
