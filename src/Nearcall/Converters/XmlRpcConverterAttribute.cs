namespace Nearcall;

/// <summary>
/// Names the <see cref="XmlRpcConverter{T}"/> of a type, a member, a parameter or a result; on an assembly, that of every value of
/// the converter's type in it. The nearest counts: member, parameter or result before type, type before assembly.
/// </summary>
/// <param name="converter">See <see cref="Converter"/>.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface | AttributeTargets.Property
    | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Assembly,
    AllowMultiple = true,
    Inherited = false)]
public sealed class XmlRpcConverterAttribute(Type converter) : Attribute
{
    /// <summary>
    /// A class that derives from <see cref="XmlRpcConverter{T}"/> for the type and has a constructor without parameters. One instance
    /// serves all calls, many at once.
    /// </summary>
    public Type Converter { get; } = converter;
}
