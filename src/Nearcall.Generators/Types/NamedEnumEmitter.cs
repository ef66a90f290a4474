using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>Writes how an enum is read and written that travels by name; flags as their names, with a comma between.</summary>
internal static class NamedEnumEmitter
{
    public static void Emit(CodeText code, EnumModel model)
    {
        using (ConverterEmitter.BeginRead(code, model))
        {
            code.Line("var text = reader.ReadString();");
            if (model.IsFlags)
            {
                ReadFlags(code, model);
            }
            else
            {
                code.Line("return text switch");
                using (code.Block("};"))
                {
                    Names(code, model);
                }
            }
        }

        code.Line();
        using (ConverterEmitter.BeginWrite(code, model, isNull: null))
        {
            if (model.IsFlags)
            {
                WriteFlags(code, model);
            }
            else
            {
                code.Line("writer.WriteString(value switch");
                using (code.Block("});"))
                {
                    foreach (var value in Distinct(model))
                    {
                        code.Line($"{model.Type}.{value.Name} => {CodeText.Utf8(value.WireName)},");
                    }

                    var problem = $"{{({model.Underlying})value}} is no value of {model.Shown}, so it has no name.";
                    code.Line($"_ => throw writer.CreateException($\"{problem}\"),");
                }
            }
        }

        code.Line();
        EmitUnknown(code, model);
    }

    /// <summary>A text that is no name may be as long as a message.</summary>
    private static void EmitUnknown(CodeText code, EnumModel model)
    {
        code.Line("private static global::Nearcall.XmlRpcFormatException Unknown(ref global::Nearcall.XmlRpcReader reader, string text)");
        using (code.Block())
        {
            code.Line("var start = text.Length > 60 ? text[..60] + \"…\" : text;");
            code.Line($"return {EnumEmitter.Unknown(model, "'{start}'")};");
        }
    }

    private static void Names(CodeText code, EnumModel model)
    {
        foreach (var value in model.Values)
        {
            code.Line($"{CodeText.Quote(value.WireName)} => {model.Type}.{value.Name},");
        }

        code.Line("_ => throw Unknown(ref reader, text),");
    }

    private static void ReadFlags(CodeText code, EnumModel model)
    {
        code.Line($"var value = default({model.Type});");
        code.Line("foreach (var range in global::System.MemoryExtensions.Split(global::System.MemoryExtensions.AsSpan(text), ','))");
        using (code.Block())
        {
            code.Line("value |= global::System.MemoryExtensions.Trim(global::System.MemoryExtensions.AsSpan(text, range)) switch");
            using (code.Block("};"))
            {
                if (model.Values.All(static value => value.WireName.Length > 0))
                {
                    code.Line("\"\" when text.Length == 0 => default,");
                }

                Names(code, model);
            }
        }

        code.Line();
        code.Line("return value;");
    }

    /// <summary>A value with a name of its own is that name; any other is taken apart, the greatest part first.</summary>
    private static void WriteFlags(CodeText code, EnumModel model)
    {
        var values = Distinct(model).ToList();
        code.Line("var text = value switch");
        using (code.Block("};"))
        {
            foreach (var value in values)
            {
                code.Line($"{model.Type}.{value.Name} => {CodeText.Quote(value.WireName)},");
            }

            if (values.TrueForAll(static value => value.Number != 0))
            {
                code.Line("default(" + model.Type + ") => \"\",");
            }

            code.Line("_ => null,");
        }

        code.Line("if (text is null)");
        using (code.Block())
        {
            code.Line("var rest = value;");
            foreach (var value in values.Where(static value => value.Number != 0).OrderByDescending(static value => value.Number))
            {
                code.Line($"if ((rest & {model.Type}.{value.Name}) == {model.Type}.{value.Name})");
                using (code.Block())
                {
                    code.Line($"text = text is null ? {CodeText.Quote(value.WireName)} : {CodeText.Quote(value.WireName + ", ")} + text;");
                    code.Line($"rest &= ~{model.Type}.{value.Name};");
                }

                code.Line();
            }

            code.Line("if (rest != default)");
            using (code.Block())
            {
                var problem = $"{{({model.Underlying})value}} is no combination of values of {model.Shown}.";
                code.Line($"throw writer.CreateException($\"{problem}\");");
            }
        }

        code.Line();
        code.Line("writer.WriteString(text);");
    }

    private static IEnumerable<EnumValueModel> Distinct(EnumModel model) =>
        model.Values.GroupBy(static value => value.Number).Select(static group => group.First());
}
