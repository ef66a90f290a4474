using System.Text.Json.Nodes;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>A template of Azure with values for its parameters. Its expressions are evaluated as Azure does when it deploys.</summary>
internal sealed class Template
{
    private readonly JsonObject _document;
    private readonly JsonObject _given;
    private readonly HashSet<string> _usedParameters = [];
    private readonly HashSet<string> _usedVariables = [];

    private Template(JsonObject document, JsonObject given)
    {
        _document = document;
        _given = given;
        foreach (var (name, value) in given)
        {
            Check(name, value);
        }

        Resources = Evaluated("resources").AsArray();
        Outputs = Evaluated("outputs").AsObject();
    }

    /// <summary>The resources, without expressions.</summary>
    public JsonArray Resources { get; }

    /// <summary>What a deployment tells, without expressions; what only Azure knows stands in angle brackets.</summary>
    public JsonObject Outputs { get; }

    public IEnumerable<string> UnusedParameters => Names("parameters").Except(_usedParameters);

    public IEnumerable<string> UnusedVariables => Names("variables").Except(_usedVariables);

    /// <summary>Reads a template of the repository. Parameters without a default get a value that fits.</summary>
    public static Template Load(string path, JsonObject? parameters = null)
    {
        var given = new JsonObject
        {
            ["adminPublicKey"] = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC test",
            ["packageUri"] = "https://example.com/nearcall-server_0.1.0_amd64.deb?sv=1&sig=a%2Bb",
            ["packageSha256"] = new string('A', 64),
        };
        foreach (var (name, value) in parameters ?? [])
        {
            given[name] = value?.DeepClone();
        }

        return Parse(File.ReadAllText(Repository.PathOf(path)), given);
    }

    public static Template Parse(string json, JsonObject? parameters = null) => new(JsonNode.Parse(json)!.AsObject(), parameters ?? []);

    /// <summary>The only resource of a type.</summary>
    public JsonObject Resource(string type) => Resources.Single(resource => resource!.Text("type") == type)!.AsObject();

    internal JsonNode? Parameter(string name)
    {
        _usedParameters.Add(name);
        var declared = _document["parameters"]?[name] ?? throw new TemplateException($"There is no parameter '{name}'.");
        return _given.TryGetPropertyValue(name, out var value) ? value?.DeepClone()
            : declared.AsObject().TryGetPropertyValue("defaultValue", out var preset) ? Evaluate(preset)
            : throw new TemplateException($"Parameter '{name}' has no default and no value.");
    }

    internal JsonNode? Variable(string name)
    {
        _usedVariables.Add(name);
        return Evaluate(_document["variables"]?[name] ?? throw new TemplateException($"There is no variable '{name}'."));
    }

    private IEnumerable<string> Names(string section) => _document[section]?.AsObject().Select(entry => entry.Key) ?? [];

    private JsonNode Evaluated(string section) =>
        Evaluate(_document[section]) ?? (section == "resources" ? new JsonArray() : new JsonObject());

    private JsonNode? Evaluate(JsonNode? node) => node switch
    {
        null => null,
        JsonObject from => new JsonObject(from.Select(entry => KeyValuePair.Create(entry.Key, Evaluate(entry.Value)))),
        JsonArray from => new JsonArray([.. from.Select(Evaluate)]),
        JsonValue value when value.TryGetValue<string>(out var text) => EvaluateText(text),
        _ => node.DeepClone(),
    };

    // "[[" is how a text begins that is no expression and starts with a bracket.
    private JsonNode? EvaluateText(string text) =>
        text.StartsWith("[[", StringComparison.Ordinal) ? text[1..]
        : text.StartsWith('[') && text.EndsWith(']') ? new TemplateExpression(text[1..^1], this).Evaluate()
        : text;

    private void Check(string name, JsonNode? value)
    {
        var declared = _document["parameters"]?[name] ?? throw new TemplateException($"There is no parameter '{name}'.");
        var fits = declared.Text("type") switch
        {
            "string" or "securestring" => value is JsonValue text && text.TryGetValue<string>(out _),
            "int" => value is JsonValue number && number.TryGetValue<int>(out _),
            "bool" => value is JsonValue flag && flag.TryGetValue<bool>(out _),
            "array" => value is JsonArray,
            "object" or "secureObject" => value is JsonObject,
            var type => throw new TemplateException($"Parameter '{name}': there is no type '{type}'."),
        };
        var size = value switch
        {
            JsonArray items => items.Count,
            JsonValue text when text.TryGetValue<string>(out var characters) => characters.Length,
            JsonValue number when number.TryGetValue<int>(out var integer) => integer,
            _ => 0,
        };
        var least = declared["minLength"] ?? declared["minValue"];
        var most = declared["maxLength"] ?? declared["maxValue"];
        var allowed = declared["allowedValues"]?.AsArray();
        if (!fits || size < (int?)least || size > (int?)most || allowed?.Any(choice => JsonNode.DeepEquals(choice, value)) == false)
        {
            throw new TemplateException($"Parameter '{name}' can't be {value?.ToJsonString()}.");
        }
    }
}
