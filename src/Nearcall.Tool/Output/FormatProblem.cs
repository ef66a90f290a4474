namespace Nearcall.Tool.Output;

/// <summary>Retells a format error to somebody who has the options of a command, not the switches of a library.</summary>
internal static class FormatProblem
{
    public static string Describe(XmlRpcFormatException exception)
    {
        var problem = exception.Problem.TrimEnd('.');
        string[] places =
        [
            exception.Path,
            exception.Offset is { } offset ? FormattableString.Invariant($"byte {offset}") : "",
            exception.Rule is { } rule ? $"rule {rule}" : "",
        ];
        var place = string.Join(", ", places.Where(static part => part.Length > 0));
        var advice = IsTolerated(exception.Switch) ? " The option --dialect tolerant takes it." : "";
        return place.Length == 0 ? $"{problem}.{advice}" : $"{problem} ({place}).{advice}";
    }

    private static bool IsTolerated(string? @switch)
    {
        const string Type = nameof(XmlRpcDialect) + ".";
        return @switch is not null && @switch.StartsWith(Type, StringComparison.Ordinal) && @switch[Type.Length..]
            is ['A', 'l', 'l', 'o', 'w', ..]
            or nameof(XmlRpcDialect.DuplicateMembers)
            or nameof(XmlRpcDialect.ReadExtensions)
            or nameof(XmlRpcDialect.WriteAnyMethodName)
            or nameof(XmlRpcDialect.WriteI8)
            or nameof(XmlRpcDialect.WriteNil);
    }
}
