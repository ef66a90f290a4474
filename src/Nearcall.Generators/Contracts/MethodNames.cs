using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Finds what a method is called on the wire.</summary>
internal static class MethodNames
{
    /// <summary>The attribute of the method, or of the one that it overrides.</summary>
    public static AttributeData? Attribute(IMethodSymbol? method)
    {
        for (; method is not null; method = method.OverriddenMethod)
        {
            if (method.GetAttributes().Find(KnownNames.Method) is { } attribute)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Gives the name, prefix included.</summary>
    /// <param name="method">The method.</param>
    /// <param name="contract">The contract that it is described for: it counts where its own type is none.</param>
    public static string Of(IMethodSymbol method, INamedTypeSymbol contract)
    {
        var service = method.ContainingType.GetAttributes().Find(KnownNames.Service) ?? contract.GetAttributes().Find(KnownNames.Service);
        var name = Attribute(method).First<string>()
            ?? Naming.Apply(MethodModel.WithoutAsync(method.Name), service.Get<int>("Naming"));
        var prefix = service.First<string>();
        return string.IsNullOrEmpty(prefix) ? name
            : prefix![prefix.Length - 1] is '.' or ':' or '/' ? prefix + name
            : $"{prefix}.{name}";
    }
}
