namespace Nearcall.Generators.Contracts;

/// <summary>The types that the parsers look for, by their full names.</summary>
internal static class KnownNames
{
    public const string Service = "Nearcall.XmlRpcServiceAttribute";
    public const string ServiceContract = "Nearcall.IXmlRpcServiceContract<";
    public const string Method = "Nearcall.XmlRpcMethodAttribute";
    public const string Member = "Nearcall.XmlRpcMemberAttribute";
    public const string Fault = "Nearcall.XmlRpcFaultAttribute";
    public const string MethodsBuilder = "Nearcall.XmlRpcMethodsBuilder";
    public const string FromService = "Microsoft.AspNetCore.Http.Metadata.IFromServiceMetadata";
    public const string FromKeyedServices = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string Context = "Nearcall.XmlRpcCallContext";
    public const string HttpContext = "Microsoft.AspNetCore.Http.HttpContext";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string Stream = "System.IO.Stream";
    public const string Result = "Nearcall.XmlRpcResult<T>";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOf = "System.Threading.Tasks.Task<TResult>";
    public const string ValueTask = "System.Threading.Tasks.ValueTask";
    public const string ValueTaskOf = "System.Threading.Tasks.ValueTask<TResult>";
    public const string Items = "System.Collections.Generic.IAsyncEnumerable<T>";
}
