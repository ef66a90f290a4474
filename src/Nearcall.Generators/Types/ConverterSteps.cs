using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>The steps of the generator that write converters and make them known.</summary>
internal static class ConverterSteps
{
    /// <summary>Adds the steps.</summary>
    /// <param name="context">The generator's.</param>
    /// <param name="ofContracts">The converters that contracts and delegates need.</param>
    public static void Register(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<EquatableArray<ConverterModel>> ofContracts)
    {
        var called = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => ConvertibleParser.IsCandidate(node), ConvertibleParser.ParseCall)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName("Calls")
            .Collect();
        var named = context.CompilationProvider.Select(ConvertibleParser.ParseAttributes).WithTrackingName("Convertibles");
        var convertibles = called.Combine(named)
            .Select(static (pair, _) => Distinct(pair.Left.Concat(pair.Right)))
            .WithTrackingName("Registration");
        var converters = ofContracts.Collect().Combine(convertibles)
            .SelectMany(static (pair, _) => Distinct(
                pair.Left.SelectMany(static one => one).Concat(pair.Right.SelectMany(static one => one.Converters))))
            .WithTrackingName("Converters");

        context.RegisterSourceOutput(converters, static (output, file) =>
            output.AddSource(file.Name, SourceText.From(ConverterEmitter.Emit(file.Model), Encoding.UTF8)));
        context.RegisterSourceOutput(convertibles, static (output, models) =>
        {
            if (models.Count > 0)
            {
                output.AddSource("Converters.g.cs", SourceText.From(RegistrationEmitter.Emit(models), Encoding.UTF8));
            }
        });
    }

    private static EquatableArray<ConvertibleModel> Distinct(IEnumerable<ConvertibleModel> models) =>
        models.OrderBy(static model => model.Type, StringComparer.Ordinal)
            .GroupBy(static model => model.RunTimeType)
            .Select(static group => group.First())
            .ToEquatableArray();

    /// <summary>One of each converter, with a file name that no other has on any file system.</summary>
    private static IEnumerable<ConverterFile> Distinct(IEnumerable<ConverterModel> models) =>
        models.GroupBy(static model => model.Instance).Select(static group => group.First())
            .GroupBy(ConverterEmitter.FileName, StringComparer.OrdinalIgnoreCase)
            .SelectMany(static group => group.OrderBy(static model => model.Instance, StringComparer.Ordinal)
                .Select((model, number) => new ConverterFile(number == 0 ? group.Key : $"{number}.{group.Key}", model)));

    private sealed record ConverterFile(string Name, ConverterModel Model);
}
