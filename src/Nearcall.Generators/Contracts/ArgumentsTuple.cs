namespace Nearcall.Generators.Contracts;

/// <summary>The arguments of a call together: nothing, one value, or a tuple.</summary>
internal static class ArgumentsTuple
{
    /// <summary>The type that holds them.</summary>
    public static string Type(MethodModel method)
    {
        var parameters = method.WireParameters.ToList();
        return parameters.Count switch
        {
            0 => "global::System.ValueTuple",
            1 => HeldType(parameters[0]),
            _ => $"({string.Join(", ", parameters.Select(static parameter => $"{HeldType(parameter)} {parameter.Name}"))})",
        };
    }

    /// <summary>The name of the parameter that holds them.</summary>
    public static string Name(MethodModel method) =>
        method.WireParameters.Skip(1).Any() ? "arguments" : method.WireParameters.FirstOrDefault()?.Name ?? "arguments";

    /// <summary>The expression of one of them.</summary>
    public static string Value(MethodModel method, ParameterModel parameter) =>
        method.WireParameters.Skip(1).Any() ? $"arguments.{parameter.Name}" : parameter.Name;

    /// <summary>The expression that makes them of the parameters of a method.</summary>
    public static string Make(MethodModel method)
    {
        var values = method.WireParameters.Select(static parameter => parameter.Rest?.Hold.Replace("{value}", parameter.Name) ?? parameter.Name).ToList();
        return values.Count switch
        {
            0 => "default",
            1 => values[0],
            _ => $"({string.Join(", ", values)})",
        };
    }

    private static string HeldType(ParameterModel parameter) =>
        parameter.Rest is { } rest ? rest.HeldType + (rest.IsNullable ? "?" : "") : parameter.Type;
}
