using Microsoft.AspNetCore.Http;

namespace Nearcall;

/// <summary>From a request to its body.</summary>
internal sealed partial class XmlRpcEndpoint
{
    /// <summary>
    /// Takes a body that came with the head of its request, as nearly all do. It states its length, and no limit need be looked up for
    /// one so short: the server itself keeps to those that are smaller.
    /// </summary>
    private bool TryReadAtOnce(HttpRequest request, out RequestBody body)
    {
        body = default;
        return request.ContentLength <= AlwaysTaken && RequestBody.TryRead(request.BodyReader, AlwaysTaken, out body);
    }

    private async Task ReadAndAnswerAsync(HttpContext http)
    {
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
        catch (Exception exception) when (IsOfCaller(http, exception))
        {
            EndUnread(http, exception);
            return;
        }

        if (plan.IsTooLarge || body.IsTooLarge)
        {
            Refuse(http, RequestRefusal.TooLarge);
        }
        else if (plan.Streamed is { } served)
        {
            await AnswerStreamedAsync(http, served, plan.Octets).ConfigureAwait(false);
        }
        else
        {
            await AnswerAsync(http, body, plan.Limit).ConfigureAwait(false);
        }
    }

    /// <summary>Says whether reading failed of what the caller did.</summary>
    private static bool IsOfCaller(HttpContext http, Exception exception) =>

        // A connection that was reset may say so before the request counts as aborted.
        RequestRefusal.Of(exception) is not null || exception is IOException || Abandonment.IsCaused(http, exception);

    private void EndUnread(HttpContext http, Exception exception)
    {
        if (RequestRefusal.Of(exception) is { } refusal)
        {
            Refuse(http, refusal);
        }
        else
        {
            Abandon(http);
        }
    }
}
