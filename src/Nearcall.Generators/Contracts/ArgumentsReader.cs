using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes the code that reads the arguments of a call into variables, to their end.</summary>
internal static class ArgumentsReader
{
    public static void Write(CodeText code, MethodModel method)
    {
        if (method.IsStruct)
        {
            StructReader.Write(code, method);
        }
        else
        {
            foreach (var parameter in method.WireParameters)
            {
                WriteParameter(code, parameter);
            }
        }

        // A stream is the end itself.
        if (method.WireParameters.All(static parameter => parameter.Source != ParameterSource.Octets))
        {
            code.Line("context.EndArguments(ref arguments);");
        }
    }

    private static void WriteParameter(CodeText code, ParameterModel parameter)
    {
        var read = parameter.Value?.Read("arguments");
        switch (parameter)
        {
            case { Source: ParameterSource.Octets }:
                code.Line($"var {parameter.Name} = context.OpenStreamArgument(ref arguments);");
                break;
            case { Source: ParameterSource.Rest }:
                code.Line($"var {parameter.Name} = new global::System.Collections.Generic.List<{parameter.Value!.Type}>();");
                code.Line("while (arguments.ReadNextParameter())");
                using (code.Block())
                {
                    code.Line($"{parameter.Name}.Add({read});");
                }

                break;
            case { Default: { } missing }:
                code.Line($"{parameter.Type} {parameter.Name} = arguments.ReadNextParameter() ? {read} : {missing};");
                break;
            default:
                code.Line($"arguments.ReadStartParameter({CodeText.Quote(parameter.WireName)});");
                code.Line($"var {parameter.Name} = {read};");
                break;
        }
    }
}
