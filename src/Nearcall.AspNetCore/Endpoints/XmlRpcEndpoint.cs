using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;

namespace Nearcall;

/// <summary>
/// One mapped path: takes a request apart, has the call dispatched, and sends the answer in one piece with its length.
/// </summary>
/// <remarks>Serves any number of requests at once.</remarks>
internal sealed class XmlRpcEndpoint
{
    private readonly FaultMapper _faults;
    private readonly ILogger _logger;

    public XmlRpcEndpoint(XmlRpcServerOptions options, MethodTable methods, XmlRpcServerMetrics metrics, TimeProvider time, ILogger logger)
    {
        Options = options;
        Methods = methods;
        Metrics = metrics;
        Calls = new DefaultObjectPool<ServerCall>(new ServerCallPolicy());
        _logger = logger;
        _faults = new FaultMapper(options, metrics, logger);
        Dispatcher = new XmlRpcDispatcher(_faults, metrics, time);
    }

    public XmlRpcServerOptions Options { get; }

    public MethodTable Methods { get; }

    public XmlRpcDispatcher Dispatcher { get; }

    public XmlRpcServerMetrics Metrics { get; }

    public ObjectPool<ServerCall> Calls { get; }

    /// <summary>Serves a request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (RequestHead.Refuse(http.Request, Options) is { } refusal)
        {
            Refuse(http, refusal);
            return;
        }

        RequestBody body;
        try
        {
            var limit = BodyLimit.Apply(http, Options.Limits);
            body = await RequestBody.ReadAsync(http.Request.BodyReader, limit, http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (RequestRefusal.Of(exception) is { } cause)
        {
            Refuse(http, cause);
            return;
        }
        catch (Exception exception) when (exception is IOException || Abandonment.IsCaused(http, exception))
        {
            // A connection that was reset may say so before the request counts as aborted.
            Abandon(http);
            return;
        }

        if (body.IsTooLarge)
        {
            Refuse(http, RequestRefusal.TooLarge);
            return;
        }

        AnswerEnd end;
        try
        {
            end = await AnswerAsync(http, body.Octets).ConfigureAwait(false);
        }
        finally
        {
            body.Release();
        }

        // Only now: an aborted request takes no body back, and the connection would then trip over one that is still being read.
        if (end == AnswerEnd.Abandoned)
        {
            Abandon(http);
        }
        else if (end == AnswerEnd.Broken)
        {
            // Never an end that looks like one: nobody must take a part for the whole.
            http.Abort();
        }
    }

    /// <summary>Makes the call and sends its answer.</summary>
    private async ValueTask<AnswerEnd> AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        var call = Calls.Get();
        try
        {
            if (TryBegin(call, http, body))
            {
                await Dispatcher.DispatchAsync(call).ConfigureAwait(false);
                if (call.IsAbandoned || call.IsBroken)
                {
                    return call.IsBroken ? AnswerEnd.Broken : AnswerEnd.Abandoned;
                }
            }

            return await SendAsync(http, call).ConfigureAwait(false);
        }
        finally
        {
            Calls.Return(call);
        }
    }

    private bool TryBegin(ServerCall call, HttpContext http, ReadOnlyMemory<byte> body)
    {
        call.StartOutput();
        try
        {
            var message = XmlEncoding.ToUtf8(body, RequestHead.Charset(http.Request), Options.Dialect, out var transcodedFrom);
            call.Begin(http, this, message, transcodedFrom);
            return true;
        }
        catch (XmlRpcFormatException malformed)
        {
            var writer = new XmlRpcWriter(call.Output, Options.Dialect);
            writer.WriteFaultResponse(_faults.Map(malformed));
            writer.Flush();
            return false;
        }
    }

    private static async ValueTask<AnswerEnd> SendAsync(HttpContext http, ServerCall call)
    {
        var answer = call.Output.WrittenMemory;
        if (!call.IsUnderWay)
        {
            AnswerHead.Set(http.Response, answer.Length);
        }

        try
        {
            // No token: after a time-out the request counts as aborted, and its caller waits for the fault that says so.
            await http.Response.BodyWriter.WriteAsync(answer, CancellationToken.None).ConfigureAwait(false);
            return AnswerEnd.Sent;
        }
        catch (Exception exception) when (Abandonment.IsCaused(http, exception))
        {
            return AnswerEnd.Abandoned;
        }
    }

    /// <summary>Ends a request whose caller is gone. Aborting keeps the server from reading on, and from a 200 that nobody got.</summary>
    private void Abandon(HttpContext http)
    {
        XmlRpcServerLog.CallerGone(_logger);
        http.Abort();
    }

    private void Refuse(HttpContext http, RequestRefusal refusal)
    {
        XmlRpcServerLog.RequestRefused(_logger, refusal.StatusCode, refusal.Reason);
        Metrics.MessageRejected(refusal.Reason);
        http.Response.StatusCode = refusal.StatusCode;
        if (refusal == RequestRefusal.NotPost)
        {
            http.Response.Headers.Allow = HttpMethods.Post;
        }
        else if (refusal == RequestRefusal.ContentType)
        {
            http.Response.Headers.Accept = "text/xml, application/xml";
        }
        else if (refusal == RequestRefusal.ContentEncoding)
        {
            http.Response.Headers.AcceptEncoding = "identity";
        }
    }
}
