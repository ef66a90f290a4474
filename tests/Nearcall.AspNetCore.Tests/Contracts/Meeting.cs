namespace Nearcall.AspNetCore.Tests.Contracts;

/// <summary>Answers once as many calls run as were announced.</summary>
[XmlRpcService]
internal sealed partial class Meeting(int guests)
{
    private readonly TaskCompletionSource<int> _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    [XmlRpcMethod("meet")]
    public Task<int> MeetAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _count) == guests)
        {
            _complete.SetResult(guests);
        }

        return _complete.Task.WaitAsync(cancellationToken);
    }
}
