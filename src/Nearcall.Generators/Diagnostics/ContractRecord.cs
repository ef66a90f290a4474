using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Nearcall.Generators.Contracts;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Diagnostics;

/// <summary>
/// The file in which a project records its contracts: a line for each method as it is on the wire, such as
/// <c>Demo.ICalculator add(int, int): int</c>. Empty lines and those that begin with <c>#</c> are for people.
/// </summary>
internal sealed class ContractRecord
{
    public const string FileName = "XmlRpcContracts.txt";

    private const int StructStyle = 1;

    private ContractRecord(AdditionalText file, SourceText text)
    {
        Lines = text.Lines
            .Select(line => (Text: line.ToString().Trim(), Place: Location.Create(file.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span))))
            .Where(static line => line.Text.Length > 0 && line.Text[0] != '#')
            .ToLookup(static line => ContractOf(line.Text), StringComparer.Ordinal);
    }

    /// <summary>The lines by the names of their contracts.</summary>
    public ILookup<string, (string Text, Location Place)> Lines { get; }

    public static ContractRecord? Find(IEnumerable<AdditionalText> files, CancellationToken cancellationToken)
    {
        var file = files.FirstOrDefault(static file => Path.GetFileName(file.Path) == FileName);
        return file?.GetText(cancellationToken) is { } text ? new ContractRecord(file, text) : null;
    }

    /// <summary>The contract and the method of a line: what stays the same when a signature changes.</summary>
    public static string MethodOf(string line) => line.IndexOf('(') is var end and >= 0 ? line.Substring(0, end) : line;

    /// <summary>The line of a method; null where a type of it has no form.</summary>
    public static string? LineOf(Contract contract, ContractMethod method)
    {
        var symbols = contract.Symbols;
        var shapes = new WireShapeBuilder(symbols.Compilation);
        var parameters = new List<string>();
        var isStruct = method.Attribute.Get<int>("ParameterStyle") == StructStyle;
        foreach (var parameter in method.WireParameters(symbols))
        {
            var type = parameter.IsParams ? RestParameter.ItemType(parameter.Type) ?? parameter.Type : parameter.Type;
            if (TextOf(type, parameter.GetAttributes()) is not { } text)
            {
                return null;
            }

            parameters.Add(isStruct
                ? $"{parameter.GetAttributes().Find(KnownNames.Member).First<string>() ?? parameter.Name}{(parameter.IsOptional ? "?" : "")}: {text}"
                : (parameter.IsParams ? "params " : parameter.IsOptional ? "optional " : "") + text);
        }

        var value = symbols.ValueOf(method.Symbol.ReturnType);
        var result = value is null ? "void" : TextOf(value, method.Symbol.GetReturnTypeAttributes());
        var all = string.Join(", ", parameters);
        var isArray = method.Symbol.ReturnType.OriginalDefinition.IsSame(symbols.AsyncEnumerable);
        return result is null ? null
            : $"{contract.Type.ToDisplayString()} {method.WireName}({(isStruct ? $"{{{all}}}" : all)}): {(isArray ? $"[{result}]" : result)}";

        string? TextOf(ITypeSymbol type, System.Collections.Immutable.ImmutableArray<AttributeData> attributes) =>
            type.IsSame(symbols.Stream) ? "base64" : shapes.Build(type, attributes)?.Text;
    }

    private static string ContractOf(string line) => line.IndexOf(' ') is var end and >= 0 ? line.Substring(0, end) : line;
}
