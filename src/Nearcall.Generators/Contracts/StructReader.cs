using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes the code that reads the one struct that holds all arguments.</summary>
internal static class StructReader
{
    public static void Write(CodeText code, MethodModel method)
    {
        var parameters = method.WireParameters.ToList();
        var names = new Names(parameters.Select(static parameter => parameter.Name));
        var flags = parameters.ToDictionary(
            static parameter => parameter, parameter => names.Take("has" + parameter.Name.TrimStart('@').ToLargeFirst()));
        foreach (var parameter in parameters)
        {
            code.Line($"{parameter.Type} {parameter.Name} = {parameter.Default ?? "default!"};");
            code.Line($"var {flags[parameter]} = false;");
        }

        if (parameters.TrueForAll(static parameter => parameter.Default is not null))
        {
            code.Line("if (arguments.ReadNextParameter())");
            using (code.Block())
            {
                WriteMembers(code, parameters, flags);
            }
        }
        else
        {
            code.Line("arguments.ReadStartParameter(\"arguments\");");
            WriteMembers(code, parameters, flags);
        }

        foreach (var parameter in parameters.FindAll(static parameter => parameter.Default is null))
        {
            code.Line($"if (!{flags[parameter]})");
            using (code.Block())
            {
                code.Line($"throw arguments.CreateMissingMemberException({CodeText.Quote(parameter.WireName)});");
            }
        }
    }

    private static void WriteMembers(CodeText code, List<ParameterModel> parameters, Dictionary<ParameterModel, string> flags)
    {
        code.Line("arguments.ReadStartStruct();").Line("while (arguments.ReadNextMember())");
        using (code.Block())
        {
            var otherwise = "";
            foreach (var parameter in parameters)
            {
                code.Line($"{otherwise}if (arguments.MemberNameEquals({CodeText.Quote(parameter.WireName)}u8))");
                otherwise = "else ";
                using (code.Block())
                {
                    WriteMember(code, parameter, flags[parameter]);
                }
            }

            if (parameters.Count == 0)
            {
                code.Line("arguments.SkipUnknownMember();");
                return;
            }

            code.Line("else");
            using (code.Block())
            {
                code.Line("arguments.SkipUnknownMember();");
            }
        }
    }

    private static void WriteMember(CodeText code, ParameterModel parameter, string flag)
    {
        code.Line($"if (!{flag} || !arguments.SkipDuplicateMember())");
        using (code.Block())
        {
            code.Line($"{parameter.Name} = {parameter.Value!.Read("arguments")};").Line($"{flag} = true;");
        }
    }
}
