using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall;

/// <summary>
/// The trace that a caller says it is in (https://www.w3.org/TR/trace-context/), for where nobody records the framework's own span.
/// </summary>
/// <remarks>
/// Such a span may not exist at all, and where it does only to carry the trace, it is a bad parent: nobody ever sees it, and a sampler that
/// asks its parent finds that it was not recorded.
/// </remarks>
internal static class CallerTrace
{
    private const string HttpSpan = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    /// <summary>Whether a call has to look for its parent itself.</summary>
    public static bool IsNeeded(Activity? current) => current is null || (current.OperationName == HttpSpan && current.Source.Name.Length == 0);

    /// <summary>Reads the caller's trace.</summary>
    /// <returns>The trace; the default where there is none, or none that can be read.</returns>
    public static ActivityContext Read(HttpContext http)
    {
        var propagator = http.RequestServices.GetService<DistributedContextPropagator>() ?? DistributedContextPropagator.Current;
        propagator.ExtractTraceIdAndState(http.Request.Headers, Get, out var parent, out var state);
        return ActivityContext.TryParse(parent, state, isRemote: true, out var context) ? context : default;
    }

    private static void Get(object? carrier, string name, out string? value, out IEnumerable<string>? values)
    {
        values = null;
        value = ((IHeaderDictionary)carrier!)[name] is [var one] ? one : null;
    }
}
