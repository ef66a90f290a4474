using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Nearcall;

/// <summary>From a body to the answer that is sent.</summary>
internal sealed partial class XmlRpcEndpoint
{
    /// <summary>Makes the call that a body holds, sends its answer, and gives the body back.</summary>
    /// <param name="http">The request.</param>
    /// <param name="body">All of its body.</param>
    /// <param name="limit">The limit of methods that have none of their own; null where the body is within that of any.</param>
    private Task AnswerAsync(HttpContext http, RequestBody body, BodyLimit? limit)
    {
        var call = Calls.Get();
        ValueTask<AnswerEnd> answer;
        try
        {
            answer = AnswerAsync(call, http, body.Octets, limit);
        }
        catch
        {
            Release(call, body);
            throw;
        }

        if (!answer.IsCompletedSuccessfully)
        {
            return AwaitAsync(call, http, body, answer);
        }

        Release(call, body);
        End(http, answer.GetAwaiter().GetResult());
        return Task.CompletedTask;
    }

    private async Task AwaitAsync(ServerCall call, HttpContext http, RequestBody body, ValueTask<AnswerEnd> answer)
    {
        AnswerEnd end;
        try
        {
            end = await answer.ConfigureAwait(false);
        }
        finally
        {
            // Before the end: an aborted request takes no body back, and the connection would trip over one that is still being read.
            Release(call, body);
        }

        End(http, end);
    }

    private void Release(ServerCall call, in RequestBody body)
    {
        Calls.Return(call);
        body.Release();
    }

    private ValueTask<AnswerEnd> AnswerAsync(ServerCall call, HttpContext http, ReadOnlyMemory<byte> body, in BodyLimit? limit)
    {
        if (!TryBegin(call, http, body))
        {
            return SendAsync(call, http);
        }

        if (limit is { } bound && bound.For(call.Served).IsExceededBy(http.Request, body.Length))
        {
            Refuse(http, RequestRefusal.TooLarge);
            return new(AnswerEnd.Sent);
        }

        if (call.Served.Method.TakesStream)
        {
            // It is all here, and is handed on as if it were not: what a method and its filters see must not depend on that.
            return AnswerStreamedAsync(call, http, PipeReader.Create(new ReadOnlySequence<byte>(body)), body.Length);
        }

        var work = Dispatcher.DispatchAsync(call);
        if (!work.IsCompletedSuccessfully)
        {
            return AwaitAndSendAsync(call, http, work);
        }

        work.GetAwaiter().GetResult();
        return SendAsync(call, http);
    }

    private async ValueTask<AnswerEnd> AwaitAndSendAsync(ServerCall call, HttpContext http, ValueTask work)
    {
        await work.ConfigureAwait(false);
        return await SendAsync(call, http).ConfigureAwait(false);
    }

    /// <summary>Makes a call whose body arrives while its method reads it, and sends its answer.</summary>
    private async ValueTask AnswerStreamedAsync(HttpContext http, ServedMethod served, long limit)
    {
        var call = Calls.Get();
        AnswerEnd end;
        try
        {
            call.StartOutput();
            call.Begin(http, this, served);
            end = await AnswerStreamedAsync(call, http, http.Request.BodyReader, limit).ConfigureAwait(false);
        }
        finally
        {
            Calls.Return(call);
        }

        End(http, end);
    }

    private async ValueTask<AnswerEnd> AnswerStreamedAsync(ServerCall call, HttpContext http, PipeReader body, long limit)
    {
        using (var arguments = new StreamedArguments(http.Request, body, Options, limit))
        {
            call.Stream(arguments);
            await Dispatcher.DispatchAsync(call).ConfigureAwait(false);
        }

        return await SendAsync(call, http).ConfigureAwait(false);
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

    private ValueTask<AnswerEnd> SendAsync(ServerCall call, HttpContext http)
    {
        if (call.IsAbandoned || call.IsBroken)
        {
            return new(call.IsBroken ? AnswerEnd.Broken : AnswerEnd.Abandoned);
        }

        if (call.BodyRefusal is { } refusal)
        {
            Refuse(http, refusal);
            return new(AnswerEnd.Sent);
        }

        var answer = call.Output.WrittenMemory;
        if (!call.IsUnderWay)
        {
            AnswerHead.Set(http.Response, answer.Length);
        }

        try
        {
            // No token: after a time-out the request counts as aborted, and its caller waits for the fault that says so.
            var sent = http.Response.BodyWriter.WriteAsync(answer, CancellationToken.None);
            if (!sent.IsCompletedSuccessfully)
            {
                return AwaitSentAsync(http, sent);
            }

            sent.GetAwaiter().GetResult();
            return new(AnswerEnd.Sent);
        }
        catch (Exception exception) when (Abandonment.IsCaused(http, exception))
        {
            return new(AnswerEnd.Abandoned);
        }
    }

    private static async ValueTask<AnswerEnd> AwaitSentAsync(HttpContext http, ValueTask<FlushResult> sent)
    {
        try
        {
            await sent.ConfigureAwait(false);
            return AnswerEnd.Sent;
        }
        catch (Exception exception) when (Abandonment.IsCaused(http, exception))
        {
            return AnswerEnd.Abandoned;
        }
    }
}
