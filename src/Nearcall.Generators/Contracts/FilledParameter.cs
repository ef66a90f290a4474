using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Finds what fills a parameter in on a server, where it is not the wire.</summary>
internal static class FilledParameter
{
    /// <summary>Gives the expression, of <c>context</c>; null where the argument comes from the wire.</summary>
    public static string? Find(IParameterSymbol parameter)
    {
        switch (parameter.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString())
        {
            case KnownNames.CancellationToken:
                return "context.CancellationToken";
            case KnownNames.Context:
                return "context";
            case KnownNames.HttpContext:
                return $"context.GetRequiredFeature<{parameter.Type.ToPlainCode()}>()";
        }

        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == KnownNames.FromKeyedServices)
            {
                return Keyed(parameter, attribute);
            }

            if (attribute.AttributeClass is { } type && type.AllInterfaces.Any(static face => face.ToDisplayString() == KnownNames.FromService))
            {
                return Service(parameter);
            }
        }

        return null;
    }

    /// <summary>Gives the expression of a service; one that may be missing is null then.</summary>
    public static string Service(IParameterSymbol parameter)
    {
        var type = parameter.Type.ToPlainCode();
        return MayBeMissing(parameter)
            ? $"context.Services.GetService(typeof({type})) as {type}"
            : $"context.GetRequiredService<{type}>()";
    }

    private static string Keyed(IParameterSymbol parameter, AttributeData attribute)
    {
        const string Extensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions";
        var key = attribute.ConstructorArguments.Length == 0 ? "null" : MetadataExpression.Of(attribute.ConstructorArguments[0]) ?? "null";
        var method = MayBeMissing(parameter) ? "GetKeyedService" : "GetRequiredKeyedService";
        return $"{Extensions}.{method}<{parameter.Type.ToPlainCode()}>(context.Services, {key})";
    }

    private static bool MayBeMissing(IParameterSymbol parameter) =>
        parameter.Type.IsReferenceType
        && (parameter.Type.NullableAnnotation == NullableAnnotation.Annotated
            || parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null });
}
