using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;

namespace Nearcall;

/// <summary>
/// One mapped path: takes a request apart, has the call dispatched, and sends the answer: in one piece with its length, unless it
/// is sent while it comes into being.
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
        if (RequestHead.Refuse(http.Request, Options, Methods.GreatestMaxBytes) is { } refusal)
        {
            Refuse(http, refusal);
            return;
        }

        BodyPlan plan;
        RequestBody body = default;
        try
        {
            plan = await BodyPlan.MakeAsync(http, this).ConfigureAwait(false);
            if (plan is { Streamed: null, IsTooLarge: false })
            {
                body = await RequestBody.ReadAsync(http.Request.BodyReader, plan.Octets, http.RequestAborted).ConfigureAwait(false);
            }
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

        if (plan.IsTooLarge || body.IsTooLarge)
        {
            Refuse(http, RequestRefusal.TooLarge);
            return;
        }

        AnswerEnd end;
        try
        {
            end = plan.Streamed is { } served
                ? await AnswerStreamedAsync(http, served, plan.Octets).ConfigureAwait(false)
                : await AnswerAsync(http, body.Octets, plan.Limit).ConfigureAwait(false);
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

    /// <summary>Makes the call that a body holds, and sends its answer.</summary>
    private async ValueTask<AnswerEnd> AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body, BodyLimit limit)
    {
        var call = Calls.Get();
        try
        {
            if (TryBegin(call, http, body))
            {
                if (limit.For(call.Served).IsExceededBy(http.Request, body.Length))
                {
                    Refuse(http, RequestRefusal.TooLarge);
                    return AnswerEnd.Sent;
                }

                if (call.Served.Method.TakesStream)
                {
                    // It is all here, and is handed on as if it were not: what a method and its filters see must not depend on that.
                    return await AnswerStreamedAsync(call, http, PipeReader.Create(new ReadOnlySequence<byte>(body)), body.Length)
                        .ConfigureAwait(false);
                }

                await Dispatcher.DispatchAsync(call).ConfigureAwait(false);
            }

            return await SendAsync(http, call).ConfigureAwait(false);
        }
        finally
        {
            Calls.Return(call);
        }
    }

    /// <summary>Makes a call whose body arrives while its method reads it, and sends its answer.</summary>
    private async ValueTask<AnswerEnd> AnswerStreamedAsync(HttpContext http, ServedMethod served, long limit)
    {
        var call = Calls.Get();
        try
        {
            call.StartOutput();
            call.Begin(http, this, served);
            return await AnswerStreamedAsync(call, http, http.Request.BodyReader, limit).ConfigureAwait(false);
        }
        finally
        {
            Calls.Return(call);
        }
    }

    private async ValueTask<AnswerEnd> AnswerStreamedAsync(ServerCall call, HttpContext http, PipeReader body, long limit)
    {
        using (var arguments = new StreamedArguments(http.Request, body, Options, limit))
        {
            call.Stream(arguments);
            await Dispatcher.DispatchAsync(call).ConfigureAwait(false);
        }

        return await SendAsync(http, call).ConfigureAwait(false);
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

    private async ValueTask<AnswerEnd> SendAsync(HttpContext http, ServerCall call)
    {
        if (call.IsAbandoned || call.IsBroken)
        {
            return call.IsBroken ? AnswerEnd.Broken : AnswerEnd.Abandoned;
        }

        if (call.BodyRefusal is { } refusal)
        {
            Refuse(http, refusal);
            return AnswerEnd.Sent;
        }

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
