using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Nearcall.PublicSurface.Tests;

/// <summary>Parameters, values and constraints as C# spells them.</summary>
internal static class Signatures
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string TypeOf(ParameterInfo parameter) =>
        TypeNames.Of(Nullability.Create(parameter)) + Annotation(parameter.ParameterType, parameter.CustomAttributes, parameter.Member);

    public static string TypeOf(PropertyInfo property) =>
        TypeNames.Of(Nullability.Create(property)) + Annotation(property.PropertyType, property.CustomAttributes, property);

    public static string TypeOf(FieldInfo field) =>
        TypeNames.Of(Nullability.Create(field)) + Annotation(field.FieldType, field.CustomAttributes, field);

    public static string TypeOf(EventInfo @event) => TypeNames.Of(Nullability.Create(@event));

    public static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return extension + Parameters(method.GetParameters());
    }

    public static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        Enum choice => $"{choice.GetType().Name}.{choice}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The part of a declaration that begins with <c>where</c>, for the parameters that the declaration adds.</summary>
    public static string Constraints(IEnumerable<Type> parameters) =>
        string.Concat(parameters.Select(parameter => (parameter.Name, List: Constraints(parameter).ToArray()))
            .Where(parameter => parameter.List.Length > 0)
            .Select(parameter => $" where {parameter.Name} : {string.Join(", ", parameter.List)}"));

    private static IEnumerable<string> Constraints(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
        {
            yield return "struct";
        }

        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)))
        {
            yield return TypeNames.Of(constraint);
        }

        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            yield return "new()";
        }

        if (attributes.HasFlag(GenericParameterAttributes.AllowByRefLike))
        {
            yield return "allows ref struct";
        }
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter switch
        {
            { IsOut: true } => "out ",
            { ParameterType.IsByRef: true } when parameter.IsDefined(typeof(RequiresLocationAttribute)) => "ref readonly ",
            { ParameterType.IsByRef: true, IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
            _ => "",
        };
        var defaultValue = parameter.HasDefaultValue ? " = " + Default(parameter) : "";
        return $"{modifier}{TypeOf(parameter)} {parameter.Name}{defaultValue}";
    }

    // Reflection takes a T that may stand for anything as nullable, annotated or not. The compiler's own marks tell them apart.
    private static string Annotation(Type type, IEnumerable<CustomAttributeData> attributes, MemberInfo? member)
    {
        var bare = type.IsByRef ? type.GetElementType()! : type;
        if (!bare.IsGenericParameter)
        {
            return "";
        }

        var mark = Mark(attributes, "NullableAttribute");
        for (; mark is null && member is not null; member = member.DeclaringType)
        {
            mark = Mark(member.CustomAttributes, "NullableContextAttribute");
        }

        return mark == 2 ? "?" : "";
    }

    private static byte? Mark(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == "System.Runtime.CompilerServices." + name)
            ?.ConstructorArguments[0].Value switch
        {
            byte mark => mark,
            IReadOnlyCollection<CustomAttributeTypedArgument> marks => (byte?)marks.First().Value,
            _ => null,
        };

    private static string Default(ParameterInfo parameter) =>
        parameter.DefaultValue is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? "default"
            : Value(parameter.DefaultValue);
}
