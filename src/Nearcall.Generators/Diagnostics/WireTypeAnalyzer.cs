using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Nearcall.Generators.Contracts;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Diagnostics;

/// <summary>
/// NEAR0005: what a procedure takes and gives has an XML-RPC form. NEAR0007: members of a struct have names of their own. NEAR0008: a form
/// that peers may lack.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WireTypeAnalyzer() : SignatureAnalyzer(NoForm, SameName, Extension)
{
    private static readonly DiagnosticDescriptor NoForm = new(
        TypeProblem.NoForm,
        "A type has no XML-RPC form",
        "{0} has no XML-RPC form: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What travels is made of numbers, booleans, texts, dates, octets, arrays and structs.",
        helpLinkUri: "docs/diagnostics/NEAR0005.md");

    private static readonly DiagnosticDescriptor SameName = new(
        TypeProblem.SameName,
        "Two members of a type have one name on the wire",
        "{0} would lose a part: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A struct on the wire has each name once.",
        helpLinkUri: "docs/diagnostics/NEAR0007.md");

    private static readonly DiagnosticDescriptor Extension = new(
        "NEAR0008",
        "A value needs an extension that peers may lack",
        "{0} needs what peers may lack: {1}",
        Category,
        // No compiler can know the dialect, and a nullable member is no mistake.
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "XML-RPC as it was written has integers of 32 bits, no null, no decimals and no time zones.",
        helpLinkUri: "docs/diagnostics/NEAR0008.md");

    private protected override void Start(CompilationStartAnalysisContext context, NearcallSymbols symbols)
    {
        base.Start(context, symbols);
        context.RegisterOperationAction(
            static operation =>
            {
                var method = ((IInvocationOperation)operation.Operation).TargetMethod;
                // Whoever looks a converter up may have registered one while the program runs.
                if (ConvertibleParser.Asks(method) && method.Name is not ("For" or "ForNullable" or "TryFor"))
                {
                    var type = method.TypeArguments[0];
                    CheckType(
                        type, ImmutableArray<AttributeData>.Empty, $"'{type.Display()}'", operation.Operation.Syntax.GetLocation(),
                        operation.Compilation, operation.ReportDiagnostic, withExtensions: false);
                }
            },
            OperationKind.Invocation);
        var convertible = symbols.Find("Nearcall.XmlRpcConvertibleAttribute");
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var attribute in end.Compilation.Assembly.GetAttributes())
            {
                if (attribute.AttributeClass.IsSame(convertible)
                    && attribute.ConstructorArguments is { Length: 1 } arguments && arguments[0].Value is ITypeSymbol type)
                {
                    var place = attribute.Place(end.Compilation.Assembly, end.CancellationToken) ?? Location.None;
                    CheckType(
                        type, ImmutableArray<AttributeData>.Empty, $"'{type.Display()}'", place, end.Compilation, end.ReportDiagnostic,
                        withExtensions: false);
                }
            }
        });
    }

    private protected override void Check(Signature signature, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var symbols = signature.Symbols;
        foreach (var parameter in signature.Method.Parameters)
        {
            var what = $"'{parameter.Name}' of '{signature.Name}'";
            var reason = signature.IsInterface && symbols.IsFilledInByServer(parameter)
                    ? $"only a server could fill '{parameter.Type.Display()}' in, and clients call through the interface; take it in a method of a class"
                : parameter.RefKind != RefKind.None ? "it is passed by reference, and only the result of a call comes back; pass the value"
                : null;
            if (reason is not null)
            {
                report(Diagnostic.Create(NoForm, signature.PlaceOf(parameter), what, reason));
            }
            else if (!symbols.IsFilledIn(parameter) && !IsStreamed(parameter.Type, symbols))
            {
                var type = parameter.IsParams ? RestParameter.ItemType(parameter.Type) ?? parameter.Type : parameter.Type;
                CheckType(
                    type, parameter.GetAttributes(), what, signature.PlaceOf(parameter), symbols.Compilation, report, withExtensions: true);
            }
        }

        if (ReturnTypeAnalyzer.Reason(signature) is null && symbols.ValueOf(signature.Method.ReturnType) is { } result && !IsStreamed(result, symbols))
        {
            CheckType(
                result, signature.Method.GetReturnTypeAttributes(), $"The result of '{signature.Name}'", signature.ResultPlace(cancellationToken),
                symbols.Compilation, report, withExtensions: true);
        }
    }

    // Those have a rule of their own.
    private static bool IsStreamed(ITypeSymbol type, NearcallSymbols symbols) =>
        type.IsSame(symbols.Stream) || type.OriginalDefinition.IsSame(symbols.AsyncEnumerable);

    private static bool IsClosed(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => false,
        IArrayTypeSymbol array => IsClosed(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(IsClosed) && (named.ContainingType is null || IsClosed(named.ContainingType)),
        _ => true,
    };

    private static void CheckType(
        ITypeSymbol type,
        ImmutableArray<AttributeData> attributes,
        string what,
        Location place,
        Compilation compilation,
        Action<Diagnostic> report,
        bool withExtensions)
    {
        // A type parameter of the contract or the method has a rule of its own; elsewhere nobody knows yet what it will be.
        if (!IsClosed(type))
        {
            return;
        }

        var builder = new WireShapeBuilder(compilation);
        var shape = builder.Build(type, attributes);
        var root = type.NotNull().InMessages();
        foreach (var problem in builder.Problems)
        {
            if (problem.Rule is TypeProblem.NoForm or TypeProblem.SameName)
            {
                report(Diagnostic.Create(
                    problem.Rule == TypeProblem.NoForm ? NoForm : SameName, place, what, At(problem.Path, root, problem.Reason)));
            }
        }

        foreach (var extension in withExtensions && shape is not null ? shape.Extensions.Distinct() : [])
        {
            report(Diagnostic.Create(Extension, place, what, At(extension.Path, root, extension.Problem)));
        }
    }

    private static string At(string path, string root, string reason) => path == root ? reason : $"at {path}, {reason}";
}
