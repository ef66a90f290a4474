using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes the expression that describes a method.</summary>
internal static class MethodDescription
{
    /// <summary>Writes the expression.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="service">The type of what is called.</param>
    /// <param name="name">The expression of the name on the wire.</param>
    /// <param name="method">The method.</param>
    /// <param name="body">The name of the body, which <see cref="ServiceMethodBody"/> wrote.</param>
    /// <param name="begin">What stands before the expression.</param>
    /// <param name="end">What stands behind it.</param>
    public static void Write(CodeText code, string service, string name, MethodModel method, string body, string begin, string end)
    {
        var details = Details(method).ToList();
        code.Line($"{begin}global::Nearcall.XmlRpcServiceMethod.{Create(service, method.Result)}(");
        using (code.Indent())
        {
            code.Line($"{name},");
            WriteParameters(code, method);
            var rest = new List<string> { body };
            if (method.Result.Value is { } value)
            {
                rest.Add(value.Converter);
            }

            for (var i = 0; i < rest.Count; i++)
            {
                code.Line(rest[i] + (i < rest.Count - 1 || details.Count > 0 ? "," : ")" + end));
            }

            WriteDetails(code, details, end);
        }
    }

    private static void WriteDetails(CodeText code, List<string> details, string end)
    {
        if (details.Count == 0)
        {
            return;
        }

        code.Line("new()");
        using (code.Block("})" + end))
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
