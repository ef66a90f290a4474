using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;

namespace Nearcall;

/// <summary>
/// One mapped path: takes a request apart, has the call dispatched, and sends the answer: in one piece with its length, unless it
/// is sent while it comes into being.
/// </summary>
/// <remarks>Serves any number of requests at once.</remarks>
internal sealed partial class XmlRpcEndpoint
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
        Frame = new AnswerFrame(options.Dialect);
        Dispatcher = new XmlRpcDispatcher(_faults, Frame, metrics, time);
        AlwaysTaken = methods.DifferInBodies ? -1 : Math.Min(options.Limits.MaxBytes, BodyLimit.ServerDefault);
    }

    public XmlRpcServerOptions Options { get; }

    public MethodTable Methods { get; }

    public XmlRpcDispatcher Dispatcher { get; }

    public AnswerFrame Frame { get; }

    public XmlRpcServerMetrics Metrics { get; }

    public ObjectPool<ServerCall> Calls { get; }

    /// <summary>A length of bodies that is within every limit that the server does not keep by itself; -1 where methods differ.</summary>
    public long AlwaysTaken { get; private set; }

    /// <summary>Says what metadata of the endpoint allow, when they are known.</summary>
    public void Bound(long greatest) => AlwaysTaken = Math.Min(AlwaysTaken, greatest);

    /// <summary>Serves a request. No method on the way is asynchronous where the body is here and the work completes at once.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (RequestHead.Refuse(http.Request, Options, Methods.GreatestMaxBytes) is { } refusal)
        {
            Refuse(http, refusal);
            return Task.CompletedTask;
        }

        RequestBody body;
        try
        {
            if (!TryReadAtOnce(http.Request, out body))
            {
                return ReadAndAnswerAsync(http);
            }
        }
        catch (Exception exception) when (IsOfCaller(http, exception))
        {
            EndUnread(http, exception);
            return Task.CompletedTask;
        }

        return AnswerAsync(http, body, limit: null);
    }

    private void End(HttpContext http, AnswerEnd end)
    {
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
