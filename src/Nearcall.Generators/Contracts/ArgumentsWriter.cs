using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes the code that writes the arguments of a call.</summary>
internal static class ArgumentsWriter
{
    public static void Write(CodeText code, MethodModel method)
    {
        if (method.IsStruct)
        {
            WriteStruct(code, method);
            return;
        }

        foreach (var parameter in method.WireParameters)
        {
            var value = ArgumentsTuple.Value(method, parameter);
            switch (parameter.Source)
            {
                case ParameterSource.Rest:
                    code.Line($"foreach (var item in {value}{(parameter.Rest!.IsNullable ? " ?? []" : "")})");
                    using (code.Block())
                    {
                        WriteParameter(code, parameter.Value!.Write("writer", "item"));
                    }

                    break;
                case ParameterSource.Wire:
                    WriteParameter(code, parameter.Value!.Write("writer", value));
                    break;
            }
        }
    }

    private static void WriteParameter(CodeText code, string value) =>
        code.Line("writer.WriteStartParameter();").Lines(value).Line("writer.WriteEndParameter();");

    private static void WriteStruct(CodeText code, MethodModel method)
    {
        code.Line("writer.WriteStartParameter();").Line("writer.WriteStartStruct();");
        foreach (var parameter in method.WireParameters)
        {
            var value = ArgumentsTuple.Value(method, parameter);
            if (parameter.Omission is null)
            {
                WriteMember(code, parameter, value);
                continue;
            }

            code.Line($"if ({parameter.Omission.Replace("{value}", value)})");
            using (code.Block())
            {
                WriteMember(code, parameter, value);
            }
        }

        code.Line("writer.WriteEndStruct();").Line("writer.WriteEndParameter();");
    }

    private static void WriteMember(CodeText code, ParameterModel parameter, string value) =>
        code.Line($"writer.WriteStartMember({CodeText.Quote(parameter.WireName)}u8);")
            .Lines(parameter.Value!.Write("writer", value))
            .Line("writer.WriteEndMember();");
}
