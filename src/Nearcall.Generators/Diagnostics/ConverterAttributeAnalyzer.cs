using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0020: what <c>[XmlRpcConverter]</c> names is a converter of the type, and can be made.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConverterAttributeAnalyzer() : NearcallAnalyzer(Rule)
{
    private const int GreatestDepth = 32;

    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0020",
        "A converter cannot be used here",
        "'{0}' cannot convert {1}: {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A converter is a class that derives from XmlRpcConverter<T> of exactly the type where it is named, with a public "
            + "constructor without parameters: one instance of it is made and kept.",
        helpLinkUri: "docs/diagnostics/NEAR0020.md");

    private protected override void Start(CompilationStartAnalysisContext context, NearcallSymbols symbols)
    {
        var attribute = symbols.Find("Nearcall.XmlRpcConverterAttribute");
        var converter = symbols.Find("Nearcall.XmlRpcConverter`1");
        if (attribute is null || converter is null)
        {
            return;
        }

        context.RegisterSymbolAction(
            symbol => Check(symbol.Symbol, symbol.Symbol.GetAttributes(), TypeOf(symbol.Symbol), symbol.ReportDiagnostic),
            SymbolKind.NamedType,
            SymbolKind.Property,
            SymbolKind.Field,
            SymbolKind.Parameter);
        context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                Check(method, method.GetReturnTypeAttributes(), symbols.ValueOf(method.ReturnType), symbol.ReportDiagnostic);
            },
            SymbolKind.Method);
        context.RegisterCompilationEndAction(
            end => Check(end.Compilation.Assembly, end.Compilation.Assembly.GetAttributes(), type: null, end.ReportDiagnostic));

        void Check(ISymbol owner, IEnumerable<AttributeData> attributes, ITypeSymbol? type, Action<Diagnostic> report)
        {
            foreach (var item in attributes)
            {
                if (item.AttributeClass is { } kind && kind.IsSame(attribute)
                    && item.ConstructorArguments is { Length: 1 } arguments && arguments[0].Value is ITypeSymbol named
                    && Reason(named, type) is { } reason)
                {
                    var what = type is null ? "a type of this assembly" : $"'{type.Display()}'";
                    report(Diagnostic.Create(Rule, item.Place(owner, default), named.Display(), what, reason));
                }
            }
        }

        string? Reason(ITypeSymbol named, ITypeSymbol? type)
        {
            named = TypeParser.Close(named, type);
            if (named is INamedTypeSymbol { IsUnboundGenericType: true })
            {
                return "it has type parameters; name it with its type arguments";
            }

            INamedTypeSymbol? form = null;
            for (var current = named as INamedTypeSymbol; current is not null && form is null; current = current.BaseType)
            {
                form = current.OriginalDefinition.IsSame(converter) ? current : null;
            }

            return form is null ? "it does not derive from XmlRpcConverter<T>"
                : !symbols.Compilation.IsSymbolAccessibleWithin(named, symbols.Compilation.Assembly) || named is INamedTypeSymbol { IsFileLocal: true }
                    ? "it cannot be named by generated code; make it internal or public"
                : named.IsAbstract ? "it is abstract, so that none can be made"
                : !((INamedTypeSymbol)named).InstanceConstructors.Any(static item =>
                    item.Parameters.IsEmpty && item.DeclaredAccessibility == Accessibility.Public) ? "it has no public constructor without parameters"
                : type is null || Fits(type, form.TypeArguments[0]) ? null
                : $"it converts '{form.TypeArguments[0].Display()}'";
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ITypeSymbol type => type,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol { IsParams: true, Type: IArrayTypeSymbol array } => array.ElementType,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    // A converter of T serves T? as well, and at a collection its items. A class may derive from a list of itself.
    private static bool Fits(ITypeSymbol type, ITypeSymbol converted, int depth = 0) =>
        type.IsSame(converted)
        || type.NotNull().IsSame(converted)
        || (depth < GreatestDepth && CollectionForms.Find(type.NotNull()) is { } form && Fits(form.Item, converted, depth + 1));
}
