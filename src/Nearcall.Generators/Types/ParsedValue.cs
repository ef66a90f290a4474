namespace Nearcall.Generators.Types;

/// <summary>A type while it is parsed: what is known of its values before it is said what null means.</summary>
/// <param name="Read">See <see cref="ValueModel.ReadCode"/>.</param>
/// <param name="Write">Statements that write a value, as <see cref="ValueModel.WriteCode"/>.</param>
/// <param name="Kind">See <see cref="ValueModel.Kind"/>.</param>
/// <param name="Converter">See <see cref="ValueModel.Converter"/>.</param>
internal sealed record ParsedValue(string Read, string Write, string Kind, string Converter)
{
    private const string Core = "global::Nearcall.XmlRpcConverter";

    /// <summary>Whether <see cref="Write"/> writes null as nil by itself.</summary>
    public bool WritesNull { get; init; }

    /// <summary>Whether <see cref="Read"/> takes nil, because null is a value to the converter.</summary>
    public bool ReadsNil { get; init; }

    /// <summary>Whether the core's own converter of the type does exactly this.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>Whether the core has converters of the collections of the type.</summary>
    public bool HasBuiltInCollections { get; init; }

    /// <summary>Whether the core has a converter of the type as it is at run time, where nothing says which items may be null.</summary>
    public bool IsBuiltInAtRunTime { get; init; }

    /// <summary>What tells this converter from others of the same type, in the names of those that are made of it.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Statements that write what a nullable value holds.</summary>
    public string WriteOfNullable => Write.Replace("{value}", "{value}.GetValueOrDefault()");

    /// <summary>A value that one call of the reader or the writer deals with.</summary>
    public static ParsedValue Direct(string type, string read, string write, string? kind) =>
        new(
            $"{{reader}}.{read}()",
            $"{{writer}}.{write}({{value}});",
            kind is null ? "null" : $"global::Nearcall.XmlRpcKind.{kind}",
            $"{Core}.For<{type}>()")
        {
            IsBuiltIn = true,
            HasBuiltInCollections = true,
        };

    /// <summary>A scalar that a converter of the core deals with.</summary>
    public static ParsedValue BuiltIn(string type, string kind) =>
        ByConverter($"{Core}.For<{type}>()", $"global::Nearcall.XmlRpcKind.{kind}") with
        {
            IsBuiltIn = true,
            HasBuiltInCollections = true,
        };

    /// <summary>A value that a converter deals with, null included.</summary>
    public static ParsedValue ByConverter(string converter, string? kind) =>
        new(
            $"{converter}.Read(ref {{reader}})",
            $"{converter}.Write(ref {{writer}}, {{value}});",
            kind ?? $"{converter}.Kind",
            converter)
        {
            WritesNull = true,
        };

    /// <summary>The model of a value that is never null as far as its type says.</summary>
    public ValueModel ToModel(string type, bool isReference) =>
        new(type, Read, isReference && !WritesNull ? WriteUnlessNull("Nil") : Write, Kind, Converter);

    /// <summary>The model of a value that may be null.</summary>
    /// <param name="type">The type, with its question mark.</param>
    /// <param name="inner">The type without.</param>
    /// <param name="isReference">Whether it is a reference.</param>
    /// <param name="form">What stands for null: the name of a value of <c>XmlRpcNilForm</c>.</param>
    public ValueModel ToNullableModel(string type, string inner, bool isReference, string form)
    {
        if (ReadsNil && form == "Nil")
        {
            return new ValueModel(type, Read, Write, Kind, Converter);
        }

        var isNil = form == "Nil" ? "{reader}.TryReadNil()" : $"{{reader}}.TryReadNil(global::Nearcall.XmlRpcNilForm.{form})";
        var read = isReference ? $"({isNil} ? null : {Read})" : $"({isNil} ? default({type}) : {Read})";
        var write = isReference && WritesNull && form == "Nil" ? Write.Replace("{value}", "{value}!")
            : isReference ? WriteUnlessNull(form)
            : WriteIfValue(form);
        return new ValueModel(type, read, write, Kind, NullableConverter(inner, isReference, form));
    }

    private string NullableConverter(string inner, bool isReference, string form)
    {
        if (IsBuiltIn && form == "Nil")
        {
            return isReference ? $"{Core}.ForNullable<{inner}>()" : $"{Core}.For<{inner}?>()";
        }

        var nil = form == "Nil" ? "" : $", global::Nearcall.XmlRpcNilForm.{form}";
        return $"{Core}.{(isReference ? "ForNullable" : "ForNullableValue")}({Converter}{nil})";
    }

    private string WriteUnlessNull(string form) => Branch("{value} is null", Nil(form), Write);

    private string WriteIfValue(string form) => Branch("{value}.HasValue", WriteOfNullable, Nil(form));

    private static string Nil(string form) => form switch
    {
        "False" => "{writer}.WriteBoolean(false);",
        "EmptyString" => "{writer}.WriteString(\"\"u8);",
        _ => "{writer}.WriteNil();",
    };

    private static string Branch(string condition, string then, string otherwise) =>
        $"if ({condition})\n{{\n    {then.Replace("\n", "\n    ")}\n}}\nelse\n{{\n    {otherwise.Replace("\n", "\n    ")}\n}}";
}
