using System.Globalization;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>Writes how an enum is read and written.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeText code, EnumModel model)
    {
        if (model.IsByName)
        {
            NamedEnumEmitter.Emit(code, model);
            return;
        }

        using (ConverterEmitter.BeginRead(code, model))
        {
            code.Line($"var number = reader.{ReadMethod(model)}();");
            if (model.IsFlags)
            {
                ReadFlags(code, model);
            }
            else
            {
                ReadNumber(code, model);
            }
        }

        code.Line();
        using (ConverterEmitter.BeginWrite(code, model, isNull: null))
        {
            code.Line($"writer.{WriteCall(model)};");
        }
    }

    /// <summary>The expression of the exception for what is no value.</summary>
    public static string Unknown(EnumModel model, string value) =>
        $"reader.CreateException($\"A value of {model.Shown} was expected{Expected(model)}, and this is {value}.\", \"R55\")";

    /// <summary>Flags of a narrow signed type are not looked at one by one; the reader refuses what does not fit.</summary>
    private static string ReadMethod(EnumModel model) =>
        model.IsWide ? "ReadInt64"
        : model is { IsFlags: true, Underlying: "sbyte" } ? "ReadSByte"
        : model is { IsFlags: true, Underlying: "short" } ? "ReadInt16"
        : "ReadInt32";

    private static string WriteCall(EnumModel model) => model switch
    {
        { Underlying: "ulong" } =>
            "WriteInt64((ulong)value <= long.MaxValue ? (long)value : throw writer.CreateException("
                + "$\"{(ulong)value} is greater than an i8 holds.\"))",
        { IsWide: true } => "WriteInt64((long)value)",
        _ => "WriteInt32((int)value)",
    };

    private static void ReadNumber(CodeText code, EnumModel model)
    {
        code.Line("return number switch");
        using (code.Block("};"))
        {
            foreach (var value in model.Values.GroupBy(static value => value.Number).Select(static group => group.First()))
            {
                code.Line($"{Number(value.Number)} => {model.Type}.{value.Name},");
            }

            code.Line($"_ => throw {Unknown(model, "{number}")},");
        }
    }

    private static void ReadFlags(CodeText code, EnumModel model)
    {
        var all = string.Join(" | ", model.Values.Select(static value => Number(value.Number)).Distinct());
        code.Line($"const {(model.IsWide ? "long" : "int")} Flags = {(all.Length == 0 ? "0" : all)};");
        code.Line("if ((number & ~Flags) != 0)");
        using (code.Block())
        {
            code.Line($"throw {Unknown(model, "{number}")};");
        }

        code.Line();
        code.Line($"return ({model.Type})number;");
    }

    private static string Expected(EnumModel model)
    {
        const int Most = 12;
        var values = model.Values
            .Select(value => model.IsByName ? $"'{value.WireName}'" : Number(value.Number)).Distinct().ToList();
        var shown = values.Count > Most ? values.Take(Most).Append("…").ToList() : values;
        if (shown.Count == 0)
        {
            return "";
        }

        var list = shown.Count == 1 ? shown[0] : $"{string.Join(", ", shown.Take(shown.Count - 1))} or {shown[shown.Count - 1]}";
        var text = $", {(model.IsFlags ? "a combination of " : "one of ")}{list}";
        var literal = CodeText.Quote(text);
        return literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
