using System.Text.Json.Nodes;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>Ways into JSON that fail with the path that is not there.</summary>
internal static class JsonNodeExtensions
{
    /// <summary>The node at a path such as <c>properties.profiles[0].name</c>.</summary>
    public static JsonNode At(this JsonNode node, string path)
    {
        JsonNode? found = node;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            found = step[0] == '[' ? found?[int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture)] : found?[step];
        }

        return found ?? throw new InvalidOperationException($"There is no {path} in {node.ToJsonString()}.");
    }

    public static string Text(this JsonNode node, string path) => node.At(path).GetValue<string>();

    public static bool Flag(this JsonNode node, string path) => node.At(path).GetValue<bool>();

    public static int Number(this JsonNode node, string path) => node.At(path).GetValue<int>();

    /// <summary>Every text that stands anywhere in the node.</summary>
    public static IEnumerable<string> Texts(this JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value.Texts()),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
