using Microsoft.Extensions.DependencyInjection;

namespace Nearcall;

/// <summary>Where a filter comes from: the services of the request, or an instance.</summary>
/// <param name="Service">The type to ask the services for; null for an instance.</param>
/// <param name="Resolve">Gives the filter for one call.</param>
internal sealed record FilterSource(Type? Service, Func<IServiceProvider, IXmlRpcFilter> Resolve)
{
    public static FilterSource Of<TFilter>()
        where TFilter : class, IXmlRpcFilter =>
        new(typeof(TFilter), static services => services.GetRequiredService<TFilter>());

    public static FilterSource Of(IXmlRpcFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(null, _ => filter);
    }

    /// <summary>Puts filters before a delegate, the first outermost.</summary>
    public static XmlRpcDelegate Chain(IEnumerable<FilterSource> filters, XmlRpcDelegate last) =>
        filters.Reverse().Aggregate(last, static (next, filter) => context => filter.Resolve(context.Services).InvokeAsync(context, next));
}
