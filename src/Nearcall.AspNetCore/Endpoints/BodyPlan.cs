using Microsoft.AspNetCore.Http;

namespace Nearcall;

/// <summary>How a body will be read: gathered, or handed on while it arrives.</summary>
/// <param name="Limit">The limit of methods that have none of their own.</param>
/// <param name="Octets">How much to read at most.</param>
/// <param name="Streamed">The method that reads the body while it arrives; null to gather it.</param>
internal readonly record struct BodyPlan(BodyLimit Limit, long Octets, ServedMethod? Streamed = null)
{
    /// <summary>Whether the request states a longer body than its method takes.</summary>
    public bool IsTooLarge { get; private init; }

    /// <summary>Makes the plan for a request, of which nothing was read. Only where methods differ is its method's name looked for.</summary>
    public static ValueTask<BodyPlan> MakeAsync(HttpContext http, XmlRpcEndpoint endpoint)
    {
        var limit = BodyLimit.Apply(http, endpoint.Options.Limits, endpoint.Methods.GreatestMaxBytes);
        return endpoint.Methods.DifferInBodies ? MakeByNameAsync(http, endpoint, limit) : new(new BodyPlan(limit, limit.Octets));
    }

    private static async ValueTask<BodyPlan> MakeByNameAsync(HttpContext http, XmlRpcEndpoint endpoint, BodyLimit limit)
    {
        var preview = await CallPreview.ReadAsync(http, endpoint).ConfigureAwait(false);
        if (preview.IsComplete)
        {
            // It is here already; whether it is too long shows when the call is read.
            return new BodyPlan(limit, Math.Max(limit.Octets, endpoint.Methods.GreatestMaxBytes));
        }

        var own = limit.For(preview.Method);
        return own.IsExceededBy(http.Request)
            ? new BodyPlan(limit, 0) { IsTooLarge = true }
            : new BodyPlan(limit, own.Octets, preview.Method is { Method.TakesStream: true } streamed ? streamed : null);
    }
}
