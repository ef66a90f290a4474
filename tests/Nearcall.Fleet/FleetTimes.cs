using System.Globalization;

namespace Nearcall.Fleet;

/// <summary>
/// How fast time goes: all that waits in the configurations, in the servers and in the client is divided by the same number, so that a
/// round takes seconds and the order in which things happen stays.
/// </summary>
internal sealed record FleetTimes(double Pace)
{
    /// <summary>The attempts of the client, as docs/fleet.md advises them for the times of deploy/.</summary>
    public XmlRpcClientOptions ClientOptions => new()
    {
        Timeout = TimeSpan.FromSeconds(100),
        Retry = new XmlRpcRetryOptions
        {
            MaxAttempts = 5,
            AttemptTimeout = Shipped(15),
            BackOff = TimeSpan.FromMilliseconds(200),
            MaxBackOff = TimeSpan.FromSeconds(2),
            Random = new Random(1),
        },
    };

    /// <summary>Stop:NotReady.</summary>
    public TimeSpan NotReady => Shipped(5);

    /// <summary>Longer than the proxy waits for a server, and than it leaves one out.</summary>
    public TimeSpan Frozen => Shipped(20);

    public string Milliseconds(double seconds) => Shipped(seconds).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>At least one; some settings know nothing shorter.</summary>
    public string WholeSeconds(double seconds) => Math.Max(1, Math.Round(seconds / Pace)).ToString("0", CultureInfo.InvariantCulture);

    private TimeSpan Shipped(double seconds) => TimeSpan.FromSeconds(seconds / Pace);
}
