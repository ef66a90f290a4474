using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>Why types have no form on the wire, and what to do instead.</summary>
internal static class TypeObstacles
{
    /// <summary>What is said of types of the framework that look as if they could travel.</summary>
    private static readonly Dictionary<string, string> Advice = new()
    {
        ["System.TimeSpan"] =
            "a TimeSpan has no form of its own: name one by a converter, such as [XmlRpcConverter(typeof(XmlRpcTimeSpanSecondsConverter))]",
        ["System.Int128"] = "use BigInteger",
        ["System.UInt128"] = "use BigInteger",
        ["System.IntPtr"] = "use int or long",
        ["System.UIntPtr"] = "use int or long",
        ["System.Memory`1"] = "use ReadOnlyMemory<byte> for octets and T[] for all else",
        ["System.ReadOnlyMemory`1"] = "use T[]",
        ["System.ArraySegment`1"] = "use ReadOnlyMemory<byte> for octets and T[] for all else",
        ["System.Collections.Generic.Stack`1"] = "a stack turns the order of its items round: use List<T>",
        ["System.Collections.Generic.IAsyncEnumerable`1"] = "only the result of a method can be a stream of items",
        ["System.IO.Stream"] = "only the last parameter or the result of a method can be a stream",
        ["System.Threading.Tasks.Task`1"] = "only the result of a method can be a task",
        ["System.Threading.Tasks.ValueTask`1"] = "only the result of a method can be a task",
        ["System.Exception"] = "throw exceptions: [XmlRpcFault] makes faults of them",
    };

    /// <summary>What keeps any use of a type from the wire.</summary>
    public static string? Find(ITypeSymbol type, Compilation compilation) => type switch
    {
        { TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } =>
            $"'{type.InMessages()}' can be anything: use XmlRpcValue, or name a converter with [XmlRpcConverter]",
        { TypeKind: TypeKind.TypeParameter } => $"the type parameter '{type.Name}' can be anything: use closed types only",
        { TypeKind: TypeKind.Delegate } => "a delegate cannot travel",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "a pointer cannot travel",
        { IsRefLikeType: true } => $"'{type.InMessages()}' lives on the stack only: use an array, a string or ReadOnlyMemory<byte>",
        { IsAnonymousType: true } => "an anonymous type has no name that generated code could use: declare a record",
        IArrayTypeSymbol { Rank: > 1 } => "an array of several dimensions has no form on the wire: use arrays in an array",
        IArrayTypeSymbol => null,
        INamedTypeSymbol { IsFileLocal: true } => "generated code is another file, and the type is local to its own",
        _ when !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) =>
            $"'{type.InMessages()}' is not accessible to generated code: make it internal or public",
        _ => null,
    };

    /// <summary>What keeps a type from travelling as a struct, when it is no scalar, collection or tuple.</summary>
    public static string? FindWhyNoStruct(INamedTypeSymbol type) =>
        Advice.TryGetValue(type.InMetadata(), out var advice) ? advice
        : type.TypeKind == TypeKind.Interface
            ? $"'{type.InMessages()}' is an interface, and nothing says which type to read: use a class, or name a converter"
        : type.IsStatic ? "a static class has no values"
        : type.IsAbstract ? $"'{type.InMessages()}' is abstract, and nothing says which type to read: use another, or name a converter"
        : type.IsOfTheFramework() && type.InMetadata() != "System.Collections.Generic.KeyValuePair`2"
            ? $"'{type.InMessages()}' has no form on the wire: name a converter with [XmlRpcConverter]"
        : type.AllInterfaces.Any(static one => one.SpecialType == SpecialType.System_Collections_IEnumerable)
            && type.GetAttributes().Find(ContractAttributes.Struct) is null
            ? $"'{type.InMessages()}' is a collection that cannot be filled: it needs a public constructor without parameters and a public "
                + "Add; or use List<T>; or write [XmlRpcStruct] if it is a struct"
        : null;
}
