using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Nearcall;

/// <summary>Tells a caller who went away from a server that ran out of time.</summary>
internal static class Abandonment
{
    /// <summary>Says whether an exception only means that nobody is there any more.</summary>
    public static bool IsCaused(HttpContext http, Exception exception) =>
        exception is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested && !IsTimedOut(http);

    /// <summary>Says whether the application's time limit for requests has passed.</summary>
    public static bool IsTimedOut(HttpContext http) =>
        http.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true };
}
