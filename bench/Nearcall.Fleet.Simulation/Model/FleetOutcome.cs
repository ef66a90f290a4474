namespace Nearcall.Fleet.Simulation.Model;

/// <summary>What became of all calls of a scenario.</summary>
internal sealed class FleetOutcome(Scenario scenario, int machines, CallerPolicy callers)
{
    // A second with few calls says nothing about how many attempts each has.
    private const int FewCalls = 100;

    private readonly Dictionary<int, (int Calls, int Attempts)> _seconds = [];
    private double _lastSlow;

    public Scenario Scenario => scenario;

    public int Machines => machines;

    public CallerPolicy Callers => callers;

    public long Calls { get; private set; }

    public long Attempts { get; private set; }

    /// <summary>Idempotent calls that failed.</summary>
    public long LostIdempotent { get; private set; }

    /// <summary>Other calls that failed, and may have been executed.</summary>
    public long LostOthers { get; private set; }

    public long SlowCalls { get; private set; }

    /// <summary>The most attempts for each call in any second.</summary>
    public double WorstSecond => _seconds.Values.Where(second => second.Calls >= FewCalls).Select(second => (double)second.Attempts / second.Calls).DefaultIfEmpty(1).Max();

    public double AttemptsPerCall => (double)Attempts / Calls;

    /// <summary>Until when calls came that were answered slowly.</summary>
    public double LastSlow => _lastSlow;

    public void Begin(SimulatedCall call)
    {
        Calls++;
        var second = (int)call.Start;
        var (calls, attempts) = _seconds.GetValueOrDefault(second);
        _seconds[second] = (calls + 1, attempts);
    }

    public void Try(double at)
    {
        Attempts++;
        var (calls, attempts) = _seconds.GetValueOrDefault((int)at);
        _seconds[(int)at] = (calls, attempts + 1);
    }

    public void Answer(SimulatedCall call, double at)
    {
        if (at - call.Start > FleetModel.Slow)
        {
            SlowCalls++;
            _lastSlow = Math.Max(_lastSlow, call.Start);
        }
    }

    public void Lose(SimulatedCall call)
    {
        _lastSlow = Math.Max(_lastSlow, call.Start);
        if (call.IsIdempotent)
        {
            LostIdempotent++;
        }
        else
        {
            LostOthers++;
        }
    }
}
