using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Nearcall.PublicSurface.Tests;

/// <summary>The public surface of an assembly as text: types by namespace and name, members by their line.</summary>
internal static class SurfaceText
{
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var space in assembly.GetExportedTypes().GroupBy(type => type.Namespace).OrderBy(space => space.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(space.Key).Append('\n');
            foreach (var type in space.OrderBy(TypeNames.Of, StringComparer.Ordinal))
            {
                text.Append('\n').Append(Declaration(type)).Append('\n');
                foreach (var line in MemberLines.Of(type))
                {
                    text.Append("    ").Append(line).Append('\n');
                }
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Declaration(Type type)
    {
        var own = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0);
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            var result = Signatures.TypeOf(invoke.ReturnParameter);
            return $"public delegate {result} {TypeNames.Of(type)}({Signatures.Parameters(invoke)}){Signatures.Constraints(own)};";
        }

        var bases = Bases(type).ToArray();
        var list = bases.Length > 0 ? " : " + string.Join(", ", bases) : "";
        return $"{Attributes(type)}public {Kind(type)} {TypeNames.Of(type)}{list}{Signatures.Constraints(own)}";
    }

    private static string Attributes(Type type) =>
        string.Concat(type.GetCustomAttributes()
            .Where(attribute => attribute is FlagsAttribute or ObsoleteAttribute or CollectionBuilderAttribute or AttributeUsageAttribute)
            .Select(Attribute)
            .Order(StringComparer.Ordinal));

    private static string Attribute(Attribute attribute) => attribute switch
    {
        CollectionBuilderAttribute builder => $"[CollectionBuilder(typeof({TypeNames.Of(builder.BuilderType)}), \"{builder.MethodName}\")] ",
        AttributeUsageAttribute usage => $"[AttributeUsage({usage.ValidOn}, AllowMultiple = {Signatures.Value(usage.AllowMultiple)}, Inherited = {Signatures.Value(usage.Inherited)})] ",
        _ => $"[{attribute.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}] ",
    };

    private static string Kind(Type type)
    {
        const BindingFlags Private = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;
        var isRecord = type.GetMethod("PrintMembers", Private)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;
        var record = isRecord ? "record " : "";
        return type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + record + "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract " + (isRecord ? "record" : "class"),
            { IsSealed: true } => "sealed " + (isRecord ? "record" : "class"),
            _ => isRecord ? "record" : "class",
        };
    }

    // Of the interfaces only those that no other one brings along.
    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            return [TypeNames.Of(Enum.GetUnderlyingType(type))];
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var interfaces = type.GetInterfaces().Where(face => face.IsVisible).Except(inherited).ToArray();
        var own = interfaces.Where(face => !interfaces.Any(other => other != face && other.GetInterfaces().Contains(face)));
        var names = own.Select(TypeNames.Of).Order(StringComparer.Ordinal);
        return type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? names.Prepend(TypeNames.Of(parent)) : names;
    }
}
