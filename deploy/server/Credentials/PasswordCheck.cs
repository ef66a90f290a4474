using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace Nearcall.Server.Credentials;

/// <summary>
/// Checks names and passwords. A password that was right is known again at once; all others cost the same long time, whether the name exists
/// or not, and only a few are checked at a time, so that guessing cannot take the machine.
/// </summary>
internal sealed class PasswordCheck : IDisposable
{
    private const int Waiting = 64;

    private readonly IReadOnlyDictionary<string, PasswordHash> _users;
    private readonly PasswordHash _nobody;
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);
    private readonly ConcurrencyLimiter _turns = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
        QueueLimit = Waiting,
    });

    public PasswordCheck(CallerList callers)
    {
        _users = callers.Users;
        _nobody = PasswordHash.CreateLike(_users.Values.FirstOrDefault());
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>Checks one pair.</summary>
    /// <returns>Whether it is right; null where too many are being checked to tell.</returns>
    public async ValueTask<bool?> VerifyAsync(string name, string password, CancellationToken cancellationToken)
    {
        var mark = HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{name}\0{password}"));
        if (_known.TryGetValue(name, out var known) && CryptographicOperations.FixedTimeEquals(mark, known))
        {
            return true;
        }

        using var turn = await _turns.AcquireAsync(1, cancellationToken);
        if (!turn.IsAcquired)
        {
            return null;
        }

        // Off the thread of the connection, which has others to serve.
        var hash = _users.GetValueOrDefault(name, _nobody);
        var isRight = await Task.Run(() => hash.Verify(password), cancellationToken);
        if (isRight)
        {
            _known[name] = mark;
        }

        return isRight;
    }
}
