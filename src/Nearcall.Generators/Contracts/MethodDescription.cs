using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes the description of a method: an item of the list that a service is made of.</summary>
internal static class MethodDescription
{
    public static void Write(CodeText code, string service, MethodModel method, string body)
    {
        var details = Details(method).ToList();
        code.Line($"global::Nearcall.XmlRpcServiceMethod.{Create(service, method.Result)}(");
        using (code.Indent())
        {
            code.Line($"{CodeText.Quote(method.WireName)},");
            WriteParameters(code, method);
            var rest = new List<string> { body };
            if (method.Result.Value is { } value)
            {
                rest.Add(value.Converter);
            }

            var end = details.Count == 0 ? ")," : ",";
            for (var i = 0; i < rest.Count; i++)
            {
                code.Line(rest[i] + (i < rest.Count - 1 ? "," : end));
            }

            WriteDetails(code, details);
        }
    }

    private static void WriteDetails(CodeText code, List<string> details)
    {
        if (details.Count == 0)
        {
            return;
        }

        code.Line("new()");
        using (code.Block("}),"))
        {
            details.ForEach(detail => code.Lines(detail + ","));
        }
    }

    private static string Create(string service, ResultModel result) => result.Form switch
    {
        ResultForm.None => $"Create<{service}>",
        ResultForm.Octets => $"CreateStreaming<{service}>",
        ResultForm.Items => $"CreateStreaming<{service}, {result.Value!.Type}>",
        _ => $"Create<{service}, {result.Value!.Type}>",
    };

    private static void WriteParameters(CodeText code, MethodModel method)
    {
        var parameters = (method.IsStruct ? StructParameters(method) : method.Parameters.Select(Parameter)).ToList();
        if (parameters.Count == 0)
        {
            code.Line("[],");
            return;
        }

        code.Line("[");
        using (code.Indent())
        {
            parameters.ForEach(parameter => code.Line(parameter + ","));
        }

        code.Line("],");
    }

    private static IEnumerable<string> StructParameters(MethodModel method)
    {
        var isOptional = method.WireParameters.All(static parameter => parameter.Default is not null);
        yield return "new(\"arguments\", typeof(global::Nearcall.XmlRpcStruct), global::Nearcall.XmlRpcKind.Struct)"
            + (isOptional ? " { IsOptional = true }" : "");
        foreach (var parameter in method.Parameters)
        {
            if (!parameter.IsOnWire)
            {
                yield return Parameter(parameter);
            }
        }
    }

    private static string Parameter(ParameterModel parameter)
    {
        var kind = parameter.Source switch
        {
            ParameterSource.Octets => ", global::Nearcall.XmlRpcKind.Base64",
            ParameterSource.Wire or ParameterSource.Rest => $", {parameter.Value!.Kind}",
            _ => "",
        };
        var properties = Properties(parameter).ToList();
        var initializer = properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
        return $"new({CodeText.Quote(parameter.WireName)}, typeof({parameter.PlainType}){kind}){initializer}";
    }

    private static IEnumerable<string> Properties(ParameterModel parameter)
    {
        if (parameter.Source == ParameterSource.Rest)
        {
            yield return "IsVariadic = true";
        }
        else if (!parameter.IsOnWire)
        {
            yield return "IsOnWire = false";
        }
        else if (parameter.Default is not null)
        {
            yield return "IsOptional = true";
        }

        // Of a value type the description sees it by itself.
        if (parameter.Source == ParameterSource.Wire && parameter.Type.EndsWith("?", StringComparison.Ordinal)
            && !parameter.PlainType.EndsWith("?", StringComparison.Ordinal))
        {
            yield return "IsNullable = true";
        }
    }

    private static IEnumerable<string> Details(MethodModel method)
    {
        if (method.Help is { } help)
        {
            yield return $"Help = {help}";
        }

        if (method.IsHidden)
        {
            yield return "IsHidden = true";
        }

        if (method.Parameters.Any(static parameter => parameter.Source == ParameterSource.Octets))
        {
            yield return "TakesStream = true";
        }

        if (method.Metadata.Count > 0)
        {
            yield return $"Metadata =\n[\n{string.Concat(method.Metadata.Select(static item => $"    {item},\n"))}]";
        }
    }
}
