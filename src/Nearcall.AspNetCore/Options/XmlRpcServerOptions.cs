namespace Nearcall;

/// <summary>
/// What XML-RPC endpoints accept, offer and tell. <c>AddXmlRpc</c> sets it for the application;
/// <see cref="XmlRpcMethodsBuilder.Options"/> changes it for one endpoint.
/// </summary>
/// <remarks>Read once, when the endpoint is mapped: a later change has no effect. Not for use by several threads at once.</remarks>
public sealed class XmlRpcServerOptions
{
    /// <summary>Makes options with the defaults.</summary>
    public XmlRpcServerOptions()
    {
    }

    internal XmlRpcServerOptions(XmlRpcServerOptions other)
    {
        Dialect = other.Dialect;
        Limits = other.Limits;
        IncludeExceptionDetails = other.IncludeExceptionDetails;
        AllowReservedFaultCodes = other.AllowReservedFaultCodes;
        AllowSystemMethodNames = other.AllowSystemMethodNames;
        Introspection = other.Introspection;
        Multicall = other.Multicall;
        Filters = [.. other.Filters];
    }

    /// <summary>What is read and how answers are written. Default: <see cref="XmlRpcDialect.Strict"/>.</summary>
    public XmlRpcDialect Dialect { get; set; } = XmlRpcDialect.Strict;

    /// <summary>How much one call may ask of the server. Default: <see cref="XmlRpcLimits.Default"/>.</summary>
    public XmlRpcLimits Limits { get; set; } = XmlRpcLimits.Default;

    /// <summary>
    /// Adds the message of an unexpected exception to the text of the fault; never its type or stack. Meant for development.
    /// Default: off.
    /// </summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>
    /// Lets methods answer with fault codes of <see cref="XmlRpcFaultCodes.IsReserved"/> (R53). Off: such a fault keeps its text
    /// and goes out as <see cref="XmlRpcFaultCodes.ApplicationError"/>. Default: off.
    /// </summary>
    public bool AllowReservedFaultCodes { get; set; }

    /// <summary>
    /// Lets methods be registered under names that begin with <c>system.</c>, which belong to the server (R59); one that has the
    /// name of a built-in method takes its place. Default: off.
    /// </summary>
    public bool AllowSystemMethodNames { get; set; }

    /// <summary>
    /// Offers <c>system.listMethods</c>, <c>system.methodSignature</c> and <c>system.methodHelp</c> (R60 to R64). Default: on.
    /// </summary>
    public bool Introspection { get; set; } = true;

    /// <summary>
    /// Offers <c>system.multicall</c> (R65 to R69), at most <see cref="XmlRpcLimits.MaxMulticallEntries"/> calls at once.
    /// Default: on.
    /// </summary>
    public bool Multicall { get; set; } = true;

    internal List<FilterSource> Filters { get; } = [];
}
