using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Nearcall.Deployment.Tests.Kubernetes;

/// <summary>What <c>kubectl apply --kustomize</c> would give to a cluster.</summary>
internal sealed class Manifests
{
    private readonly IReadOnlyList<YamlMappingNode> _all;

    public Manifests(string text)
    {
        Text = text;
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        _all = [.. yaml.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    public string Text { get; }

    public IEnumerable<string> Kinds => _all.Select(manifest => Of(manifest, "kind"));

    /// <summary>The text of a scalar, or of a list's items with commas between them, in the only manifest of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="path">Names and indexes with slashes between them.</param>
    public string Of(string kind, string path) => Of(_all.Single(manifest => Of(manifest, "kind") == kind), path);

    /// <summary>Whether there is anything at a path.</summary>
    public bool Has(string kind, string path) => Find(_all.Single(manifest => Of(manifest, "kind") == kind), path) is not null;

    /// <summary>The settings that the servers read.</summary>
    public JsonNode Settings() => JsonNode.Parse(
        Of("ConfigMap", "data/settings.json"), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;

    private static string Of(YamlNode node, string path) => Find(node, path) switch
    {
        YamlScalarNode scalar => scalar.Value!,
        YamlSequenceNode items => string.Join(',', items),
        var other => throw new InvalidOperationException($"There is no text at {path}, but {other}."),
    };

    private static YamlNode? Find(YamlNode node, string path)
    {
        YamlNode? found = node;
        foreach (var step in path.Split('/'))
        {
            found = found switch
            {
                YamlSequenceNode items when int.TryParse(step, out var index) && index < items.Children.Count => items[index],
                YamlMappingNode members when members.Children.TryGetValue(step.Replace('~', '/'), out var member) => member,
                _ => null,
            };
        }

        return found;
    }
}
