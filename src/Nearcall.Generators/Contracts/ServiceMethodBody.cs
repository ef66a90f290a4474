using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes what a server does for one call: reads the arguments, ends them, calls the method and gives its result.</summary>
internal static class ServiceMethodBody
{
    /// <summary>Writes the method.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="service">The type of what is called.</param>
    /// <param name="method">The method; its target is the expression that is called.</param>
    /// <param name="name">The name of what is written.</param>
    public static void Write(CodeText code, string service, MethodModel method, string name)
    {
        code.Line($"// {method.Source}");
        code.Line($"private static {ReturnType(method.Result)} {name}(");
        using (code.Indent())
        {
            code.Line($"{service} service, ref global::Nearcall.XmlRpcReader arguments, global::Nearcall.XmlRpcCallContext context)");
        }

        using (code.Block())
        {
            ArgumentsReader.Write(code, method);
            WriteCall(code, method);
        }
    }

    private static string ReturnType(ResultModel result) => result.Form switch
    {
        ResultForm.None => "global::System.Threading.Tasks.ValueTask",
        ResultForm.Items => $"global::System.Collections.Generic.IAsyncEnumerable<{result.Value!.Type}>",
        ResultForm.Octets => "global::System.Threading.Tasks.ValueTask<global::System.IO.Stream>",
        _ => $"global::System.Threading.Tasks.ValueTask<{result.Value!.Type}>",
    };

    private static void WriteCall(CodeText code, MethodModel method)
    {
        var call = $"{method.Target}({string.Join(", ", method.Parameters.Select(Argument))})";
        switch (method.Result)
        {
            case { Form: ResultForm.None, Time: ResultTime.Now }:
                code.Line($"{call};").Line("return default;");
                break;
            case { Form: ResultForm.ValueOrFault, Time: ResultTime.Now }:
                code.Line($"return new({call}.Value);");
                break;
            case { Form: ResultForm.ValueOrFault }:
                code.Line($"return ValueOfAsync({call});").Line();
                WriteValueOf(code, method.Result);
                break;
            case { Form: ResultForm.Items } or { Time: ResultTime.ValueTask }:
                code.Line($"return {call};");
                break;
            default:
                code.Line($"return new({call});");
                break;
        }
    }

    // A fault is thrown when it comes, which is later than the reader lives.
    private static void WriteValueOf(CodeText code, ResultModel result)
    {
        code.Line($"static async {ReturnType(result)} ValueOfAsync({result.Type} result) =>");
        using (code.Indent())
        {
            code.Line("(await result.ConfigureAwait(false)).Value;");
        }
    }

    private static string Argument(ParameterModel parameter) =>
        parameter.Filled ?? parameter.Rest?.Spread.Replace("{value}", parameter.Name) ?? parameter.Name;
}
