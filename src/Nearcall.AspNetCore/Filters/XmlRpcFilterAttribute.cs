namespace Nearcall;

/// <summary>
/// Puts a filter around the calls of a method of a contract, or of all methods of an interface or class. It is taken from the services
/// of the request for each call and must be registered with those of the application.
/// </summary>
/// <remarks>
/// Such filters stand behind all that were added when the endpoint was mapped: those of an interface first, then those of a class, then
/// those of the method, each in the order in which they are written.
/// </remarks>
/// <typeparam name="TFilter">The filter.</typeparam>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class XmlRpcFilterAttribute<TFilter> : Attribute, IFilterMetadata
    where TFilter : class, IXmlRpcFilter
{
    FilterSource IFilterMetadata.Source { get; } = FilterSource.Of<TFilter>();
}
