using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Contracts;

/// <summary>Takes the type of a result apart: when it comes, in what form, and the value itself.</summary>
internal static class ResultParser
{
    /// <summary>Parses the result of a method; null where it cannot travel.</summary>
    public static ResultModel? Parse(IMethodSymbol method, TypeParser types)
    {
        if (method.RefKind != RefKind.None)
        {
            return null;
        }

        var declared = method.ReturnType.ToCode();
        if (method.ReturnsVoid)
        {
            return new ResultModel(declared, ResultForm.None, ResultTime.Now, Value: null);
        }

        var (time, type) = Unwrap(method.ReturnType);
        return type is null
            ? new ResultModel(declared, ResultForm.None, time, Value: null)
            : Parse(declared, time, type, method.GetReturnTypeAttributes(), types);
    }

    private static ResultModel? Parse(
        string declared, ResultTime time, ITypeSymbol type, ImmutableArray<AttributeData> attributes, TypeParser types)
    {
        var (form, value) = Definition(type) switch
        {
            KnownNames.Stream => (ResultForm.Octets, null),
            KnownNames.Items => (ResultForm.Items, Argument(type)),
            KnownNames.Result => (ResultForm.ValueOrFault, Argument(type)),
            _ => (ResultForm.Value, type),
        };
        if (value is null)
        {
            return new ResultModel(declared, form, time, Value: null);
        }

        return form == ResultForm.Items && time != ResultTime.Now || types.Parse(value, attributes, "result") is not { } model
            ? null
            : new ResultModel(declared, form, time, model);
    }

    private static (ResultTime Time, ITypeSymbol? Type) Unwrap(ITypeSymbol type) => Definition(type) switch
    {
        KnownNames.Task => (ResultTime.Task, null),
        KnownNames.ValueTask => (ResultTime.ValueTask, null),
        KnownNames.TaskOf => (ResultTime.Task, Argument(type)),
        KnownNames.ValueTaskOf => (ResultTime.ValueTask, Argument(type)),
        _ => (ResultTime.Now, type),
    };

    private static string Definition(ITypeSymbol type) => type.OriginalDefinition.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString();

    private static ITypeSymbol Argument(ITypeSymbol type) => ((INamedTypeSymbol)type).TypeArguments[0];
}
