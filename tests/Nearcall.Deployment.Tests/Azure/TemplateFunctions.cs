using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>The functions of template expressions that our templates use. Any other is an error.</summary>
internal static class TemplateFunctions
{
    public const string ResourceGroup = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test";

    public static JsonNode? Call(Template template, string name, IReadOnlyList<JsonNode?> arguments) => (name, arguments) switch
    {
        ("parameters", [var parameter]) => template.Parameter(Text(parameter)),
        ("variables", [var variable]) => template.Variable(Text(variable)),
        ("null", []) => null,
        ("if", [var condition, var yes, var no]) => (bool)condition! ? yes : no,
        ("equals", [var left, var right]) => JsonNode.DeepEquals(left, right),
        ("length", [JsonArray items]) => items.Count,
        ("first", [JsonArray { Count: > 0 } items]) => items[0]?.DeepClone(),
        ("createArray", _) => new JsonArray([.. arguments]),
        ("union", [JsonObject left, JsonObject right]) => Union(left, right),
        ("concat", _) => string.Concat(arguments.Select(Text)),
        ("join", [JsonArray items, var separator]) => string.Join(Text(separator), items.Select(Text)),
        ("format", [var pattern, ..]) => string.Format(CultureInfo.InvariantCulture, Text(pattern), [.. arguments.Skip(1).Select(Text)]),
        ("replace", [var text, var from, var to]) => Text(text).Replace(Text(from), Text(to), StringComparison.Ordinal),
        ("toLower", [var text]) => Text(text).ToLowerInvariant(),
        ("string", [var value]) => value is JsonValue v && v.TryGetValue<string>(out var text) ? text : value!.ToJsonString(),
        ("base64", [var text]) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(text))),
        ("resourceId", [var type, ..]) => ResourceId(Text(type), [.. arguments.Skip(1).Select(Text)]),
        ("reference", [var id]) => Reference(Text(id)),
        _ => throw new TemplateException($"There is no function '{name}' with {arguments.Count} such arguments."),
    };

    // A/b/c with the names x and y is .../A/b/x/c/y.
    private static string ResourceId(string type, string[] names)
    {
        var types = type.Split('/');
        return types.Length == names.Length + 1
            ? $"{ResourceGroup}/providers/{types[0]}/{string.Join('/', types.Skip(1).Zip(names, (kind, name) => $"{kind}/{name}"))}"
            : throw new TemplateException($"resourceId: '{type}' needs {types.Length - 1} names and got {names.Length}.");
    }

    // What exists only once the resource does.
    private static JsonObject Reference(string id) => id.Contains("/publicIPAddresses/", StringComparison.Ordinal)
        ? new JsonObject { ["ipAddress"] = $"<address of {id.Split('/')[^1]}>" }
        : throw new TemplateException($"reference: what '{id}' will have is not known here.");

    private static JsonObject Union(JsonObject left, JsonObject right)
    {
        var both = left.DeepClone().AsObject();
        foreach (var (name, value) in right)
        {
            both[name] = both[name] is JsonObject inner && value is JsonObject other ? Union(inner, other) : value?.DeepClone();
        }

        return both;
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text)
        ? text
        : throw new TemplateException($"A text was expected and not {node?.ToJsonString() ?? "null"}.");
}
