namespace Nearcall.Fleet.Simulation.Model;

/// <summary>What deploy/nginx does, in seconds.</summary>
internal static class ProxyPolicy
{
    /// <summary>proxy_connect_timeout.</summary>
    public const double Connect = 1;

    /// <summary>proxy_read_timeout.</summary>
    public const double Read = 10;

    /// <summary>fail_timeout.</summary>
    public const double LeftOut = 5;

    /// <summary>proxy_next_upstream_timeout.</summary>
    public const double TriesWithin = 3;

    /// <summary>proxy_next_upstream_tries.</summary>
    public const int Tries = 10;
}
