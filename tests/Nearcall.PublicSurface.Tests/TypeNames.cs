using System.Reflection;

namespace Nearcall.PublicSurface.Tests;

/// <summary>Types as C# spells them: keywords, <c>?</c>, generic arguments in angle brackets, no namespaces.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>A type with the nullability of the place where it stands.</summary>
    public static string Of(NullabilityInfo info)
    {
        var type = info.Type;
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        // What a type parameter stands for may be null or not; see Signatures for its annotation.
        var suffix = !type.IsValueType && !type.IsGenericParameter && info.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(info.ElementType!)}[]{suffix}";
        }

        return Name(type, [.. info.GenericTypeArguments.Select(Of)]) + suffix;
    }

    /// <summary>A type where nothing is known of its nullability.</summary>
    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        return Nullable.GetUnderlyingType(type) is { } underlying
            ? Of(underlying) + "?"
            : Name(type, [.. type.GetGenericArguments().Select(Of)]);
    }

    // A nested type carries the arguments of the types around it: they are dealt out from the outermost inwards.
    private static string Name(Type type, string[] arguments)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var outer = type.IsGenericParameter ? null : type.DeclaringType;
        var outerCount = outer?.GetGenericArguments().Length ?? 0;
        var name = type.Name.Split('`')[0];
        var own = arguments.Length > outerCount ? $"<{string.Join(", ", arguments[outerCount..])}>" : "";
        return outer is null ? name + own : $"{Name(outer, arguments[..outerCount])}.{name}{own}";
    }
}
