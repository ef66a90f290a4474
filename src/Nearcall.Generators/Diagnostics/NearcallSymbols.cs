using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Diagnostics;

/// <summary>The types that the analyzers ask about, as one compilation knows them. Null stands for a type that it does not refer to.</summary>
internal sealed class NearcallSymbols
{
    private NearcallSymbols(Compilation compilation, INamedTypeSymbol service, INamedTypeSymbol method)
    {
        Compilation = compilation;
        Service = service;
        Method = method;
        CancellationToken = Find("System.Threading.CancellationToken");
        Task = Find("System.Threading.Tasks.Task");
        TaskOfT = Find("System.Threading.Tasks.Task`1");
        ValueTask = Find("System.Threading.Tasks.ValueTask");
        ValueTaskOfT = Find("System.Threading.Tasks.ValueTask`1");
        AsyncEnumerable = Find("System.Collections.Generic.IAsyncEnumerable`1");
        Stream = Find("System.IO.Stream");
        Result = Find("Nearcall.XmlRpcResult`1");
        CallContext = Find("Nearcall.XmlRpcCallContext");
        HttpContext = Find("Microsoft.AspNetCore.Http.HttpContext");
        FromServices = Find("Microsoft.AspNetCore.Http.Metadata.IFromServiceMetadata");
        FromKeyedServices = Find("Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute");
        MethodsBuilder = Find("Nearcall.XmlRpcMethodsBuilder");
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol Service { get; }

    public INamedTypeSymbol Method { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOfT { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOfT { get; }

    public INamedTypeSymbol? AsyncEnumerable { get; }

    public INamedTypeSymbol? Stream { get; }

    public INamedTypeSymbol? Result { get; }

    public INamedTypeSymbol? CallContext { get; }

    public INamedTypeSymbol? HttpContext { get; }

    public INamedTypeSymbol? FromServices { get; }

    public INamedTypeSymbol? FromKeyedServices { get; }

    public INamedTypeSymbol? MethodsBuilder { get; }

    /// <summary>Null where the compilation does not refer to Nearcall: then there is nothing to analyse.</summary>
    public static NearcallSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Nearcall.XmlRpcServiceAttribute") is { } service
        && compilation.GetTypeByMetadataName("Nearcall.XmlRpcMethodAttribute") is { } method
            ? new NearcallSymbols(compilation, service, method)
            : null;

    public INamedTypeSymbol? Find(string metadataName) => Compilation.GetTypeByMetadataName(metadataName);

    public bool IsContract(ITypeSymbol type) => type.Find(Service) is not null;

    /// <summary>Whether the server gives the argument, so that it does not travel.</summary>
    public bool IsFilledIn(IParameterSymbol parameter) => IsCancellationToken(parameter.Type) || IsFilledInByServer(parameter);

    /// <summary>Whether only a server can give the argument.</summary>
    public bool IsFilledInByServer(IParameterSymbol parameter) =>
        parameter.Type.IsSame(CallContext)
        || parameter.Type.IsSame(HttpContext)
        || parameter.GetAttributes().Any(attribute =>
            attribute.AttributeClass is { } type && (type.IsOrDerivesFrom(FromKeyedServices) || type.Implements(FromServices)));

    public bool IsCancellationToken(ITypeSymbol type) => type.IsSame(CancellationToken);

    /// <summary>Whether a method returns before its work is done.</summary>
    public bool IsAsynchronous(ITypeSymbol result) =>
        result.IsSame(Task) || result.IsSame(ValueTask) || IsAwaitableValue(result) || result.OriginalDefinition.IsSame(AsyncEnumerable);

    /// <summary>Whether it is a <c>Task&lt;T&gt;</c> or <c>ValueTask&lt;T&gt;</c>.</summary>
    public bool IsAwaitableValue(ITypeSymbol result) =>
        result.OriginalDefinition.IsSame(TaskOfT) || result.OriginalDefinition.IsSame(ValueTaskOfT);

    /// <summary>The type of the value that a method gives; null where it gives none.</summary>
    public ITypeSymbol? ValueOf(ITypeSymbol result)
    {
        if (result.SpecialType == SpecialType.System_Void || result.IsSame(Task) || result.IsSame(ValueTask))
        {
            return null;
        }

        while (IsAwaitableValue(result) || result.OriginalDefinition.IsSame(Result) || result.OriginalDefinition.IsSame(AsyncEnumerable))
        {
            result = ((INamedTypeSymbol)result).TypeArguments[0];
        }

        return result;
    }
}
