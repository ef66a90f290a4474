namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>A handler that says when a request is there, and answers when it is told to.</summary>
internal sealed class HangingHandler : HttpMessageHandler
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => _arrived.Task;

    public void Answer() => _answer.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _arrived.TrySetResult();
        await _answer.Task.WaitAsync(cancellationToken);
        return FakeHandler.Ok(Answers.Five);
    }
}
