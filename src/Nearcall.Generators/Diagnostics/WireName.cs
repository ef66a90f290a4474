using System.Text;
using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Diagnostics;

/// <summary>The name of a method on the wire, as the attributes of the contract make it.</summary>
internal static class WireName
{
    private const int CamelCase = 1;
    private const int SnakeCase = 2;

    public static string Of(string name, AttributeData? method, AttributeData? service)
    {
        var prefix = service.Text() ?? "";
        var own = method.Text() ?? Case(WithoutAsync(name), service.Named("Naming", 0));
        return prefix.Length == 0 || prefix[prefix.Length - 1] is '.' or ':' or '/' ? prefix + own : $"{prefix}.{own}";
    }

    public static string Case(string name, int naming) => naming switch
    {
        CamelCase => char.ToLowerInvariant(name[0]) + name.Substring(1),
        SnakeCase => Snake(name),
        _ => name,
    };

    private static string WithoutAsync(string name) =>
        name.Length > "Async".Length && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))
                && name[i - 1] != '_';
            text.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
