using Nearcall.Generators.Contracts;
using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Delegates;

/// <summary>A call of <c>methods.Add(name, method)</c>: where it stands and what it adds.</summary>
/// <param name="Place">The file and the line, for a comment.</param>
/// <param name="Version">The version of the location's form.</param>
/// <param name="Location">The location, as the compiler wants it back.</param>
/// <param name="Added">What is added.</param>
internal sealed record DelegateModel(string Place, int Version, string Location, AddedDelegateModel Added);

/// <summary>What is added; several calls that add the same share its code.</summary>
/// <param name="Type">The type of the delegate; null where it has no name, as that of a lambda with optional parameters.</param>
/// <param name="ResultType">The type that the delegate returns.</param>
/// <param name="Parameters">The parameters of the delegate as they are declared.</param>
/// <param name="Method">How it is called.</param>
/// <param name="Converters">The converters that its values need.</param>
internal sealed record AddedDelegateModel(
    string? Type, string ResultType, string Parameters, MethodModel Method, EquatableArray<ConverterModel> Converters);
