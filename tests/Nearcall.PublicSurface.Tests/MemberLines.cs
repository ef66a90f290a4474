using System.Reflection;
using System.Runtime.CompilerServices;

namespace Nearcall.PublicSurface.Tests;

/// <summary>One line for each member that code outside of the assembly can name.</summary>
internal static class MemberLines
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type) => type switch
    {
        { IsEnum: true } => type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .OrderBy(field => Convert.ToInt64(field.GetRawConstantValue(), null))
            .Select(field => $"{field.Name} = {Signatures.Value(field.GetRawConstantValue())},"),
        _ when typeof(Delegate).IsAssignableFrom(type) => [],
        _ => Fields(type).Concat(Constructors(type)).Concat(Properties(type)).Concat(Events(type)).Concat(Methods(type))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(member => member.Line, StringComparer.Ordinal)
            .Select(member => member.Line),
    };

    private static IEnumerable<(string Name, string Line)> Fields(Type type) =>
        from field in type.GetFields(Declared)
        where field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly
        let kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "")
        let value = field.IsLiteral ? " = " + Signatures.Value(field.GetRawConstantValue()) : ""
        select (field.Name, $"{(field.IsPublic ? "public" : "protected")} {kind}{Signatures.TypeOf(field)} {field.Name}{value};");

    private static IEnumerable<(string Name, string Line)> Constructors(Type type) =>
        from constructor in type.GetConstructors(Declared)
        where IsVisible(constructor) && !constructor.IsStatic && !IsGenerated(constructor)
        select (constructor.Name, $"{Access(constructor)} {type.Name.Split('`')[0]}({Signatures.Parameters(constructor)});");

    private static IEnumerable<(string Name, string Line)> Properties(Type type)
    {
        foreach (var property in type.GetProperties(Declared))
        {
            var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray();
            if (accessors.Length == 0 || (IsGenerated(property.GetMethod) && property.Name == "EqualityContract"))
            {
                continue;
            }

            var widest = accessors.FirstOrDefault(accessor => accessor.IsPublic) ?? accessors[0];
            var index = property.GetIndexParameters();
            var name = index.Length > 0 ? $"this[{Signatures.Parameters(index)}]" : property.Name;
            var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
            var body = string.Join(" ", accessors.Select(one => (one.IsPublic == widest.IsPublic ? "" : "protected ") + Accessor(one)));
            var spelled = Reference(property.PropertyType) + Signatures.TypeOf(property);
            yield return (property.Name, $"{Access(widest)} {Modifiers(widest)}{required}{spelled} {name} {{ {body} }}");
        }
    }

    private static IEnumerable<(string Name, string Line)> Events(Type type) =>
        from @event in type.GetEvents(Declared)
        where @event.AddMethod is { } && IsVisible(@event.AddMethod)
        select (@event.Name, $"{Access(@event.AddMethod!)} {Modifiers(@event.AddMethod!)}event {Signatures.TypeOf(@event)} {@event.Name};");

    private static IEnumerable<(string Name, string Line)> Methods(Type type) =>
        from method in type.GetMethods(Declared)
        where IsVisible(method) && !IsGenerated(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        let attributes = Attributes(method)
        let generic = method.GetGenericArguments()
        let names = generic.Length > 0 ? $"<{string.Join(", ", generic.Select(parameter => parameter.Name))}>" : ""
        let head = $"{attributes}{Access(method)} {Modifiers(method)}{ResultAndName(method)}{names}"
        select (method.Name, $"{head}({Signatures.Parameters(method)}){Signatures.Constraints(generic)};");

    private static string ResultAndName(MethodInfo method)
    {
        var result = Reference(method.ReturnType) + Signatures.TypeOf(method.ReturnParameter);
        return method.Name switch
        {
            "op_Implicit" => $"implicit operator {result}",
            "op_Explicit" => $"explicit operator {result}",
            _ when method.IsSpecialName => $"{result} operator {Operator(method.Name)}",
            _ => $"{result} {method.Name}",
        };
    }

    private static string Operator(string name) => name switch
    {
        "op_Equality" => "==",
        "op_Inequality" => "!=",
        "op_LessThan" => "<",
        "op_LessThanOrEqual" => "<=",
        "op_GreaterThan" => ">",
        "op_GreaterThanOrEqual" => ">=",
        _ => name,
    };

    private static string Attributes(MethodInfo method)
    {
        var priority = method.GetCustomAttribute<OverloadResolutionPriorityAttribute>();
        var obsolete = method.GetCustomAttribute<ObsoleteAttribute>();
        return (priority is null ? "" : $"[OverloadResolutionPriority({priority.Priority})] ") + (obsolete is null ? "" : "[Obsolete] ");
    }

    private static string Accessor(MethodInfo accessor)
    {
        var isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return accessor.ReturnType != typeof(void) ? "get;" : isInit ? "init;" : "set;";
    }

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true, IsAbstract: true } => "static abstract ",
        { IsStatic: true, IsVirtual: true } => "static virtual ",
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true, IsAbstract: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: true } when method.GetBaseDefinition() != method => "sealed override ",
        { IsVirtual: true, IsFinal: false, DeclaringType.IsSealed: false } => "virtual ",
        _ => "",
    };

    private static string Reference(Type type) => type.IsByRef ? "ref " : "";

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    // Members that only a derived class sees do not exist where nobody can derive.
    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && method.DeclaringType is { IsSealed: false });

    private static bool IsGenerated(MemberInfo? member) => member?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;
}
