using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes a method of a client: one call.</summary>
internal static class ClientMethod
{
    // A member of the interface itself, so that no name of the user's can be in the way of another.
    public static void Write(CodeText code, MethodModel method, string field)
    {
        var parameters = string.Join(", ", method.Parameters.Select(static parameter => $"{parameter.Type} {parameter.Name}"));
        code.Head($"{method.Result.Type} {method.Owner}.{method.Name}", parameters, " =>");
        using (code.Indent())
        {
            code.Line(Call(method, field) + ";");
        }
    }

    private static string Call(MethodModel method, string field)
    {
        var token = method.Parameters.FirstOrDefault(static parameter => parameter.Source == ParameterSource.CancellationToken);
        var arguments = $"({field}, {ArgumentsTuple.Make(method)}{(token is null ? "" : $", {token.Name}")})";
        var call = method.Result switch
        {
            { Form: ResultForm.Items } => "caller.StreamAsync",
            { Form: ResultForm.Octets } => "caller.OpenStreamAsync",
            { Form: ResultForm.ValueOrFault, Time: ResultTime.Now } => "caller.TryCall",
            { Form: ResultForm.ValueOrFault } => "caller.TryCallAsync",
            { Time: ResultTime.Now } => "caller.Call",
            _ => "caller.CallAsync",
        };
        return method.Result.Time == ResultTime.ValueTask ? $"new({call}{arguments})" : call + arguments;
    }
}
