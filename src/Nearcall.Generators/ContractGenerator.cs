using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Nearcall.Generators.Contracts;
using Nearcall.Generators.Delegates;
using Nearcall.Generators.Faults;
using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators;

/// <summary>Writes the clients, the services and the converters of contracts.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var contracts = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.Service, static (node, _) => ContractParser.IsCandidate(node), ContractParser.Parse)
            .Where(static contract => contract is not null)
            .Select(static (contract, _) => contract!)
            .WithTrackingName("Contracts");

        var faults = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.Fault, static (node, _) => node is TypeDeclarationSyntax, FaultParser.Parse)
            .Where(static fault => fault is not null)
            .Select(static (fault, _) => fault!)
            .Collect()
            .Select(static (faults, _) => faults.ToEquatableArray())
            .WithTrackingName("Faults");
        var mapsFaults = faults.Select(static (faults, _) => FaultEmitter.Thrown(faults).Any());

        context.RegisterSourceOutput(contracts, static (output, contract) =>
            Add(output, $"{contract.FileName}.Service.g.cs", ServiceEmitter.Emit(contract)));
        context.RegisterSourceOutput(contracts.Where(static contract => contract.IsInterface).Combine(mapsFaults), static (output, pair) =>
            Add(output, $"{pair.Left.FileName}.Client.g.cs", ClientEmitter.Emit(pair.Left, pair.Right)));
        context.RegisterSourceOutput(faults, static (output, faults) =>
        {
            if (faults.Count > 0)
            {
                Add(output, "Nearcall.FaultExceptions.g.cs", FaultEmitter.Emit(faults));
            }
        });

        var delegates = DelegateSteps.Register(context);
        var needed = contracts.Select(static (contract, _) => contract.Converters).Collect().Combine(delegates.Collect())
            .SelectMany(static (pair, _) => pair.Left.AddRange(pair.Right));
        ConverterSteps.Register(context, needed);
    }

    private static void Add(SourceProductionContext output, string fileName, string code) =>
        output.AddSource(fileName, SourceText.From(code, Encoding.UTF8));
}
