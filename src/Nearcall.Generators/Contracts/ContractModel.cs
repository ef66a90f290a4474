using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Contracts;

/// <summary>An interface or class with <c>[XmlRpcService]</c>: all that its files are made of.</summary>
/// <param name="FileName">The beginning of the names of its files: the full name.</param>
/// <param name="Namespace">Its namespace, empty for the global one.</param>
/// <param name="ClientName">The class that implements the interface for a client: the name without the I of interfaces.</param>
/// <param name="ServiceName">The class that describes the contract for a server.</param>
/// <param name="Type">The type from <c>global::</c> on.</param>
/// <param name="Containers">The heads of the declarations of the types that contain it, the outermost first.</param>
/// <param name="Declaration">The head of its own declaration.</param>
/// <param name="IsInterface">Whether it is an interface, which a client can call through.</param>
/// <param name="Called">The methods that a client calls.</param>
/// <param name="Refused">The members of the interface that no client can have, as code that throws.</param>
/// <param name="Served">The methods that a server offers.</param>
/// <param name="Factory">The expression, of <c>context</c>, that makes an instance; null where there is none.</param>
/// <param name="Converters">The converters that its values need.</param>
internal sealed record ContractModel(
    string FileName,
    string Namespace,
    string ClientName,
    string ServiceName,
    string Type,
    EquatableArray<string> Containers,
    string Declaration,
    bool IsInterface,
    EquatableArray<MethodModel> Called,
    EquatableArray<string> Refused,
    EquatableArray<MethodModel> Served,
    string? Factory,
    EquatableArray<ConverterModel> Converters)
{
    /// <summary>The namespace of what is generated for the contract.</summary>
    public string GeneratedNamespace => Namespace.Length == 0 ? "Nearcall.Generated" : $"Nearcall.Generated.{Namespace}";

}
