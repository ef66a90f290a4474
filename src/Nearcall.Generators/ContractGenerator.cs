using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Nearcall.Generators.Contracts;
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

        context.RegisterSourceOutput(contracts, static (output, contract) =>
        {
            Add(output, $"{contract.FileName}.Service.g.cs", ServiceEmitter.Emit(contract));
            if (contract.IsInterface)
            {
                Add(output, $"{contract.FileName}.Client.g.cs", ClientEmitter.Emit(contract, mapsFaults: false));
            }
        });

        ConverterSteps.Register(context, contracts.Select(static (contract, _) => contract.Converters));
    }

    private static void Add(SourceProductionContext output, string fileName, string code) =>
        output.AddSource(fileName, SourceText.From(code, Encoding.UTF8));
}
