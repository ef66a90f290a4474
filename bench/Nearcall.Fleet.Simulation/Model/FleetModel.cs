namespace Nearcall.Fleet.Simulation.Model;

/// <summary>
/// A fleet behind proxies of one mind, event by event. Each simulated call stands for many real ones: machines are slow, so that there are few,
/// and waits are longer for it than real ones, shares are not.
/// </summary>
internal sealed class FleetModel
{
    // Calls that are answered later than this count as slow, and a fleet that has them as not recovered.
    public const double Slow = 1;

    // The most that budgets hold, in seconds of calls: XmlRpcRetryOptions.BudgetReserve of clients that make a thousand calls a second each.
    private const double ReserveSeconds = 0.1;

    // How many machines the proxy looks at to find two that it does not leave out.
    private const int Looks = 16;

    private readonly PriorityQueue<Event, (double At, long Order)> _events = new();
    private readonly Machine[] _machines;
    private readonly double _callsPerSecond;
    private readonly CallerPolicy _callers;
    private readonly Scenario _scenario;
    private readonly Random _random;
    private readonly FleetOutcome _outcome;
    private readonly double _reserve;
    private long _order;
    private double _budget;
    private double _now;

    private FleetModel(int machines, double callsPerSecond, CallerPolicy callers, Scenario scenario, int seed)
    {
        _machines = [.. Enumerable.Range(0, machines).Select(_ => new Machine())];
        (_callsPerSecond, _callers, _scenario, _random) = (callsPerSecond, callers, scenario, new Random(seed));
        _outcome = new FleetOutcome(scenario, machines, callers);
        _reserve = ReserveSeconds * machines * callsPerSecond * scenario.Load(0);
        _budget = _reserve;
    }

    private enum Step
    {
        Arrive, Send, Executed, GiveUp, Happen,
    }

    /// <summary>Runs a scenario until every call has ended.</summary>
    /// <param name="machines">How many there are.</param>
    /// <param name="callsPerSecond">What each can do.</param>
    /// <param name="callers">What callers do about failures.</param>
    /// <param name="scenario">What is asked and what happens.</param>
    /// <param name="seed">Of chance.</param>
    public static FleetOutcome Run(int machines, double callsPerSecond, CallerPolicy callers, Scenario scenario, int seed)
    {
        var model = new FleetModel(machines, callsPerSecond, callers, scenario, seed);
        foreach (var happening in scenario.Happenings)
        {
            model.Add(happening.At, new Event(Step.Happen, null, null, happening));
        }

        model.Add(0, new Event(Step.Arrive, null, null, default));
        while (model._events.TryDequeue(out var next, out var priority))
        {
            model._now = priority.At;
            model.Do(next);
        }

        return model._outcome;
    }

    private void Do(Event next)
    {
        switch (next.Step)
        {
            case Step.Arrive:
                Arrive();
                break;
            case Step.Send:
                Send(next.Attempt!);
                break;
            case Step.Executed when next.Machine!.Executing == next.Attempt:
                Answer(next.Attempt!, next.Machine);
                break;
            case Step.GiveUp when !next.Attempt!.IsOver:
                // The server is left out, as it may be frozen.
                next.Attempt.At!.OutUntil = _now + ProxyPolicy.LeftOut;
                Fail(next.Attempt);
                break;
            case Step.Happen:
                Happen(next.Happening);
                break;
        }
    }

    private void Arrive()
    {
        if (_now >= _scenario.Seconds)
        {
            return;
        }

        var call = new SimulatedCall(_now, _random.Next(2) == 0);
        _outcome.Begin(call);
        _budget = Math.Min(_reserve, _budget + (_callers.Budget ?? 0));
        Try(call);
        var rate = _machines.Length * _callsPerSecond * _scenario.Load(_now);
        Add(_now + Exponential(1 / rate), new Event(Step.Arrive, null, null, default));
    }

    private void Try(SimulatedCall call)
    {
        call.Attempts++;
        _outcome.Try(_now);
        Send(new Attempt(call));
    }

    // To the less busy of two; to another one as long as no connection can be made.
    private void Send(Attempt attempt)
    {
        // The wait of a caller between two attempts ends here, too.
        if (attempt.IsOver)
        {
            Try(attempt.Call);
            return;
        }

        if (attempt.Tries == 0)
        {
            attempt.Start = _now;
        }

        while (attempt.Tries++ < ProxyPolicy.Tries && _now - attempt.Start < ProxyPolicy.TriesWithin)
        {
            var machine = Pick();
            if (machine.Listens && !machine.IsGone)
            {
                attempt.At = machine;
                machine.Line.Enqueue(attempt);
                Execute(machine);
                Add(_now + ProxyPolicy.Read, new Event(Step.GiveUp, attempt, null, default));
                return;
            }

            machine.OutUntil = _now + ProxyPolicy.LeftOut;
            if (machine.IsGone)
            {
                Add(_now + ProxyPolicy.Connect, new Event(Step.Send, attempt, null, default));
                return;
            }
        }

        Fail(attempt);
    }

    private Machine Pick()
    {
        Machine? best = null;
        for (var look = 0; look < Looks; look++)
        {
            var machine = _machines[_random.Next(_machines.Length)];
            if (machine.OutUntil > _now)
            {
                continue;
            }

            if (best is not null)
            {
                return machine.Load < best.Load ? machine : best;
            }

            best = machine;
        }

        // Where all are left out, none is.
        return best ?? _machines[_random.Next(_machines.Length)];
    }

    // A call whose caller has gone is found with its connection closed, and is not executed.
    private void Execute(Machine machine)
    {
        while (machine is { Executing: null, IsGone: false } && machine.Line.TryDequeue(out var attempt))
        {
            if (!attempt.IsOver || !_scenario.ServersNotice)
            {
                machine.Executing = attempt;
                Add(_now + Exponential(1 / _callsPerSecond), new Event(Step.Executed, attempt, machine, default));
            }
        }
    }

    private void Answer(Attempt attempt, Machine machine)
    {
        machine.Executing = null;
        if (!attempt.IsOver && !machine.IsGone)
        {
            attempt.IsOver = true;
            _outcome.Answer(attempt.Call, _now);
        }

        Execute(machine);
    }

    private void Fail(Attempt attempt)
    {
        attempt.IsOver = true;
        var call = attempt.Call;
        if (call.IsIdempotent && call.Attempts < _callers.Attempts && TrySpend())
        {
            Add(_now + _callers.WaitAfter(call.Attempts, _random), new Event(Step.Send, attempt, null, default));
        }
        else
        {
            _outcome.Lose(call);
        }
    }

    private bool TrySpend()
    {
        if (_callers.Budget is null)
        {
            return true;
        }

        var isLeft = _budget >= 1;
        _budget -= isLeft ? 1 : 0;
        return isLeft;
    }

    private void Happen(Happening happening)
    {
        var first = (int)Math.Round(happening.From * _machines.Length);
        var last = Math.Max(first + 1, (int)Math.Round(happening.To * _machines.Length));
        foreach (var machine in _machines[first..last])
        {
            machine.Listens = happening.Kind == HappeningKind.Start;
            machine.IsGone = happening.Kind == HappeningKind.Vanish;
            if (happening.Kind == HappeningKind.Kill)
            {
                Attempt[] lost = machine.Executing is { } executing ? [executing, .. machine.Line] : [.. machine.Line];
                machine.Executing = null;
                machine.Line.Clear();
                Array.ForEach(Array.FindAll(lost, attempt => !attempt.IsOver), Fail);
            }
        }
    }

    private void Add(double at, Event next) => _events.Enqueue(next, (at, _order++));

    private double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    private readonly record struct Event(Step Step, Attempt? Attempt, Machine? Machine, Happening Happening);
}
