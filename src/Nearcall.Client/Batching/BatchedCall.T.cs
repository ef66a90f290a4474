using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace Nearcall;

/// <summary>A call among others, with the type of its result. It is what its caller awaits, once.</summary>
internal sealed class BatchedCall<T>(in CallTerms terms, XmlRpcConverter<T> converter, TimeSpan timeout, TimeSpan deadline)
    : BatchedCall(terms, timeout, deadline), IValueTaskSource<XmlRpcResult<T>>
{
    private ManualResetValueTaskSourceCore<XmlRpcResult<T>> _caller;
    private XmlRpcResult<T> _result;
    private Exception? _failure;

    public ValueTask<XmlRpcResult<T>> Outcome => new(this, _caller.Version);

    public XmlRpcResult<T> GetResult(short token) => _caller.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _caller.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _caller.OnCompleted(continuation, state, token, flags);

    public override void ReadResult(ref XmlRpcReader reader)
    {
        if (IsOver)
        {
            reader.Skip();
            return;
        }

        _result = new XmlRpcResult<T>(converter.Read(ref reader));
    }

    public override void Fail(XmlRpcFault fault) => _result = new XmlRpcResult<T>(fault);

    public override void Fail(XmlRpcFormatException exception) => Fail((Exception)exception);

    public override void Fail(Exception exception) => (_result, _failure) = (default, exception);

    public override void Forget() => (_result, _failure) = (default, null);

    public override async Task GoAloneAsync(XmlRpcClient client, XmlRpcContent content, TimeSpan left)
    {
        // What HTTP tells of the request belongs to the span of the call, which its caller has begun.
        Activity.Current = Span;
        try
        {
            var terms = Terms with { Timeout = left };
            _result = await client.InvokeAsync(async: true, terms, content, converter, BatchScope.Told).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _failure = e;
        }

        if (TryEnd())
        {
            Signal();
        }
    }

    protected override void Signal(Exception? end)
    {
        if ((end ?? _failure) is { } failure)
        {
            _caller.SetException(failure);
        }
        else
        {
            _caller.SetResult(_result);
        }
    }
}
