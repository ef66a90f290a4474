using System.Globalization;
using Nearcall.Generators.Faults;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>The description of a procedure in a client, and the method that writes its arguments.</summary>
internal sealed class ClientField(string name, string writer, MethodModel method, bool mapsFaults)
{
    public string Name => name;

    /// <summary>What two methods have in common that share a field.</summary>
    public static string Key(MethodModel method) =>
        string.Join("|", method.WireSignature, ArgumentsTuple.Type(method), ResultType(method.Result), method.IsIdempotent, method.TimeoutMilliseconds)
        + string.Join("|", method.WireParameters.Select(static parameter => $"{parameter.WireName} {parameter.Omission} {parameter.Value?.WriteCode}"));

    public void Write(CodeText code)
    {
        var type = $"global::Nearcall.XmlRpcClientMethod<{ArgumentsTuple.Type(method)}, {ResultType(method.Result)}>";
        var converter = method.Result.Value?.Converter ?? "global::Nearcall.XmlRpcConverter.Ignored";
        var properties = Properties().ToList();
        code.Line($"// {method.Source}");
        code.Line($"private static readonly {type} {name} =");
        using (code.Indent())
        {
            var end = properties.Count == 0 ? ";" : $" {{ {string.Join(", ", properties)} }};";
            code.Line($"new({CodeText.Quote(method.WireName)}, {writer}, {converter}){end}");
        }
    }

    public void WriteWriter(CodeText code)
    {
        code.Head(
            $"private static void {writer}",
            $"ref global::Nearcall.XmlRpcWriter writer, in {ArgumentsTuple.Type(method)} {ArgumentsTuple.Name(method)}",
            "");
        using (code.Block())
        {
            ArgumentsWriter.Write(code, method);
        }
    }

    private static string ResultType(ResultModel result) => result.Value?.Type ?? "object?";

    private IEnumerable<string> Properties()
    {
        if (method.IsIdempotent)
        {
            yield return "IsIdempotent = true";
        }

        if (method.TimeoutMilliseconds > 0)
        {
            yield return $"Timeout = global::System.TimeSpan.FromMilliseconds({method.TimeoutMilliseconds.ToString(CultureInfo.InvariantCulture)}L)";
        }

        if (mapsFaults)
        {
            yield return $"ExceptionOf = {FaultEmitter.ExceptionOf}";
        }

        if (method.WireParameters.FirstOrDefault(static parameter => parameter.Source == ParameterSource.Octets) is { } stream)
        {
            yield return $"StreamOf = static {ArgumentsTuple.Name(method)} => {ArgumentsTuple.Value(method, stream)}";
        }
    }
}
