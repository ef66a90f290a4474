using System.Collections.Frozen;
using System.Diagnostics;
using System.Net;

namespace Nearcall;

/// <summary>
/// Sends what was gathered: as one request if the server takes it, in smaller ones if it takes no batch of that size, each call by itself
/// if it knows no batches at all. What the server said is remembered.
/// </summary>
internal sealed class BatchSender(XmlRpcClient client, ClientSettings settings, XmlRpcBatchingOptions options)
{
    private readonly long _epoch = settings.Clock.GetTimestamp();
    private volatile int _maxEntries = Math.Min(options.MaxEntries, settings.Limits.MaxMulticallEntries);
    private volatile bool _isSupported = true;
    private volatile bool _isCrowd;

    /// <summary>Whether the server has not said that it knows no <c>system.multicall</c>.</summary>
    public bool IsSupported => _isSupported;

    /// <summary>Whether the calls that were gathered last were more than one.</summary>
    public bool IsCrowd => _isCrowd;

    /// <summary>How many calls the server takes at once, as far as is known.</summary>
    public int MaxEntries => _maxEntries;

    /// <summary>The clock of deadlines, from when the client was made.</summary>
    public TimeSpan Now => settings.Clock.GetElapsedTime(_epoch);

    /// <summary>Sends a batch and hands every call its outcome. Never throws.</summary>
    public async Task SendAsync(CallBatch batch)
    {
        var calls = new List<BatchedCall>(batch.Calls.Count);
        foreach (var call in batch.Calls)
        {
            if (!call.IsOver)
            {
                calls.Add(call);
            }
        }

        _isCrowd = calls.Count > 1;
        try
        {
            await SendAsync(batch, calls).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Fail(calls, e);
        }
    }

    private async Task SendAsync(CallBatch batch, List<BatchedCall> calls)
    {
        if (calls.Count == 0)
        {
            return;
        }

        if (calls.Count == 1)
        {
            await GoAloneAsync(batch, calls[0]).ConfigureAwait(false);
        }
        else if (!IsSupported)
        {
            // Each is on its own from here: together they would wait for the slowest.
            calls.ForEach(call => _ = GoAloneAsync(batch, call));
        }
        else if (calls.Count > MaxEntries)
        {
            await SendHalvesAsync(batch, calls).ConfigureAwait(false);
        }
        else
        {
            await SendTogetherAsync(batch, calls).ConfigureAwait(false);
        }
    }

    private async Task SendTogetherAsync(CallBatch batch, List<BatchedCall> calls)
    {
        XmlRpcFault? fault;
        try
        {
            var outcomes = new MulticallConverter<BatchedCall>(calls, settings.Dialect, settings.Limits.MaxBytes);
            var answer = await client.InvokeAsync(async: true, Terms(batch, calls), Encode(batch, calls), outcomes, Scope(calls)).ConfigureAwait(false);
            fault = answer.Fault;
        }
        catch (XmlRpcTransportException e) when (e.StatusCode == HttpStatusCode.RequestEntityTooLarge)
        {
            // The server refused the body unread; and if one call alone is too large, it hears so when it goes alone.
            _maxEntries = Math.Min(MaxEntries, calls.Count / 2);
            await SendHalvesAsync(batch, calls).ConfigureAwait(false);
            return;
        }

        if (fault is not null && MulticallRefusal.IsUnknown(fault, calls))
        {
            _isSupported = false;
            await SendAsync(batch, calls).ConfigureAwait(false);
            return;
        }

        if (fault is not null && MulticallRefusal.IsTooLarge(fault))
        {
            _maxEntries = Math.Min(MaxEntries, calls.Count / 2);
            await SendHalvesAsync(batch, calls).ConfigureAwait(false);
            return;
        }

        if (fault is not null)
        {
            calls.ForEach(call => call.Fail(fault));
        }

        new CallersRelease(calls).Start();
    }

    private async Task SendHalvesAsync(CallBatch batch, List<BatchedCall> calls)
    {
        var half = calls.Count / 2;
        foreach (var part in new[] { calls[..half], calls[half..] })
        {
            try
            {
                await SendAsync(batch, part).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // The other half has a fate of its own.
                Fail(part, e);
            }
        }
    }

    private Task GoAloneAsync(CallBatch batch, BatchedCall call)
    {
        var buffer = settings.CallBuffers.Rent(ClientSettings.UsualCall);
        EntryText.WriteCall(buffer, call.Method, batch.Entries.Slice(call.Start, call.Length), settings.Dialect);
        return call.GoAloneAsync(client, new XmlRpcContent(buffer, settings.Compression, settings.CallBuffers), Left(call.Deadline));
    }

    private XmlRpcContent Encode(CallBatch batch, List<BatchedCall> calls)
    {
        var buffer = settings.CallBuffers.Rent(batch.Entries.Length + 512);
        EntryText.WriteBatch(buffer, calls, batch.Entries, settings.Dialect);
        return new XmlRpcContent(buffer, settings.Compression, settings.CallBuffers);
    }

    private CallTerms Terms(CallBatch batch, List<BatchedCall> calls) => new(
        XmlRpcMulticall.MethodName,
        calls.TrueForAll(static call => call.IsIdempotent),
        Left(calls.Max(static call => call.Deadline)),
        FrozenDictionary<string, string>.Empty,
        batch.Abandoned);

    // The answers of many calls together may be as large as those calls could be one by one.
    private BatchScope Scope(List<BatchedCall> calls) => new()
    {
        Exchange = client.ExchangeFor(settings.ForBatch(calls.Count)),
        Links = ClientDiagnostics.IsOn
            ? [.. calls.Select(static call => call.Span).OfType<Activity>().Select(static span => new ActivityLink(span.Context))]
            : null,
    };

    private void Fail(List<BatchedCall> calls, Exception exception)
    {
        var now = Now;
        calls.ForEach(call => call.Fail(BatchFailures.For(call, exception, settings.Endpoints.Current, now)));
        new CallersRelease(calls).Start();
    }

    private TimeSpan Left(TimeSpan deadline) =>
        deadline == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : CallDeadline.Delay(deadline - Now);
}
