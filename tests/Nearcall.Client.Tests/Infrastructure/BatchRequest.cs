using System.Buffers;
using System.Net;
using System.Text;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>A request that waits for a test to answer it: one call, or a batch of calls.</summary>
internal sealed class BatchRequest
{
    private readonly TaskCompletionSource<HttpResponseMessage> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BatchRequest(byte[] body, bool isIdempotent, CancellationToken cancelled)
    {
        Text = Encoding.UTF8.GetString(body);
        IsIdempotent = isIdempotent;
        Cancelled = cancelled;
        (Method, var parameters) = XmlRpcMethodCall.Read(body, XmlRpcDialect.Tolerant);
        IsBatch = Method == "system.multicall";
        Calls = IsBatch
            ? [.. parameters[0].AsArray().Select(static call => (call["methodName"].AsString(), call["params"].AsArray()))]
            : [(Method, parameters)];
    }

    public string Text { get; }

    public string Method { get; }

    public bool IsBatch { get; }

    public bool IsIdempotent { get; }

    /// <summary>Cancelled when the client gives the request up.</summary>
    public CancellationToken Cancelled { get; }

    public IReadOnlyList<(string Method, XmlRpcArray Arguments)> Calls { get; }

    public Task<HttpResponseMessage> Reply => _reply.Task;

    /// <summary>Gives each call its first argument back; a call of <c>fail</c> a fault with that code.</summary>
    public void Answer() => Answer(static (method, arguments) =>
        method == "fail" ? new XmlRpcFault(arguments[0].AsInt32(), "It failed") : arguments.Count == 0 ? 0 : arguments[0]);

    public void Answer(Func<string, XmlRpcArray, object> outcome)
    {
        var outcomes = Calls.Select(call => outcome(call.Method, call.Arguments)).ToArray();
        Answer(IsBatch
            ? Answers.Of(Answers.Array([.. outcomes.Select(static value => value is XmlRpcFault fault
                ? Answers.FaultStruct(fault.Code, fault.Text)
                : $"<array><data>{TextOf((XmlRpcValue)value)}</data></array>")]))
            : outcomes[0] is XmlRpcFault alone
                ? FaultText(alone.Code, alone.Text)
                : $"<methodResponse><params><param>{TextOf((XmlRpcValue)outcomes[0])}</param></params></methodResponse>");
    }

    public void Answer(string body) => _reply.TrySetResult(FakeHandler.Ok(body));

    public void AnswerFault(int code, string text) => Answer(FaultText(code, text));

    public void AnswerStatus(HttpStatusCode status) =>
        _reply.TrySetResult(new HttpResponseMessage(status) { Content = new StringContent("no", Encoding.UTF8, "text/plain") });

    public void Break() => _reply.TrySetException(new HttpRequestException(HttpRequestError.ResponseEnded, "The server hung up."));

    private static string FaultText(int code, string text) =>
        $"<methodResponse><fault><value>{Answers.FaultStruct(code, text)}</value></fault></methodResponse>";

    private static string TextOf(XmlRpcValue value)
    {
        var text = new ArrayBufferWriter<byte>();
        var writer = new XmlRpcWriter(text, XmlRpcDialect.Tolerant with { WriteNil = true });
        writer.WriteValue(value);
        writer.Flush();
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
