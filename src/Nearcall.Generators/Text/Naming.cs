using System.Text;

namespace Nearcall.Generators.Text;

/// <summary>Makes a name on the wire of a name in C#; the numbers are those of <c>XmlRpcNaming</c>.</summary>
internal static class Naming
{
    public const int AsWritten = 0;

    public const int CamelCase = 1;

    public const int SnakeCase = 2;

    public static string Apply(string name, int naming) => naming switch
    {
        CamelCase => ToCamelCase(name),
        SnakeCase => ToSnakeCase(name),
        _ => name,
    };

    // Of several large letters at the start all become small but the one that begins the next word: HTTPServer is httpServer, ID is id.
    private static string ToCamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]))
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }

    // A word begins with a large letter behind a small one or a digit, and with the last of several large ones: HTTPServer is http_server.
    private static string ToSnakeCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var begins = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            text.Append(begins ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
