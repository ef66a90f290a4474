using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Delegates;

/// <summary>The steps of the generator that write what takes the place of the calls of <c>methods.Add(name, method)</c>.</summary>
internal static class DelegateSteps
{
    /// <summary>Adds the steps, and gives the converters that the delegates need.</summary>
    public static IncrementalValuesProvider<EquatableArray<ConverterModel>> Register(IncrementalGeneratorInitializationContext context)
    {
        var calls = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => DelegateParser.IsCandidate(node), DelegateParser.Parse)
            .Where(static call => call is not null)
            .Select(static (call, _) => call!)
            .WithTrackingName("Delegates");

        context.RegisterSourceOutput(calls.Collect(), static (output, calls) =>
        {
            if (!calls.IsEmpty)
            {
                output.AddSource("Nearcall.Delegates.g.cs", SourceText.From(DelegateEmitter.Emit(calls), Encoding.UTF8));
            }
        });
        return calls.Select(static (call, _) => call.Added.Converters);
    }
}
