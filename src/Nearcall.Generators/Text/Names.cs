namespace Nearcall.Generators.Text;

/// <summary>The names that one scope of generated code has given away.</summary>
internal sealed class Names(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken.Select(Plain), StringComparer.Ordinal);

    /// <summary>Gives the name, with a number behind it if it is taken.</summary>
    public string Take(string name)
    {
        var free = name;
        for (var number = 2; !_taken.Add(Plain(free)); number++)
        {
            free = name + number;
        }

        return free;
    }

    private static string Plain(string name) => name.TrimStart('@');
}
