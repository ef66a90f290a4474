using System.Diagnostics.CodeAnalysis;

namespace Nearcall;

/// <summary>
/// Code around calls: audit, metering, caching, limits of one's own. Every call goes through it, each entry of
/// <c>system.multicall</c> too.
/// </summary>
/// <remarks>
/// Filters run after authorization: those of the application first, then those of the endpoint, then those of the method,
/// each kind in the order in which it was added. Calls to <c>system.multicall</c> and to unknown methods pass through those of
/// application and endpoint too. The filter is taken from the services of the request for each call; one that is registered
/// as a singleton, or added as an instance, serves many calls at once and must allow that.
/// </remarks>
public interface IXmlRpcFilter
{
    /// <summary>Handles a call on its way to the method and back.</summary>
    /// <param name="context">The call.</param>
    /// <param name="next">
    /// What comes after this filter. Not calling it and writing a result to <see cref="XmlRpcCallContext.OpenResult"/> answers in
    /// the method's place; opening the result again after it replaces what it wrote. It may be called more than once.
    /// </param>
    /// <returns>The end of the call. It ends well only if one result was written.</returns>
    /// <exception cref="XmlRpcFaultException">The filter may refuse the call with a fault.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "The name that every middleware of ASP.NET Core uses.")]
    public ValueTask InvokeAsync(XmlRpcCallContext context, XmlRpcDelegate next);
}
