using System.Text;
using YamlDotNet.RepresentationModel;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>What a machine is given when it is made: the text, and what it means.</summary>
internal sealed class CloudInit
{
    private CloudInit(string text)
    {
        Text = text;
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        Root = (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    public string Text { get; }

    public YamlMappingNode Root { get; }

    public static CloudInit Parse(string text) => new(text);

    /// <summary>The text as a template gives it to its machines.</summary>
    public static CloudInit Of(Template template)
    {
        var resource = template.Resources.Single(
            resource => resource!.Text("type").StartsWith("Microsoft.Compute/", StringComparison.Ordinal))!;
        var system = resource["properties"]!["osProfile"] ?? resource.At("properties.virtualMachineProfile.osProfile");
        return new(Encoding.UTF8.GetString(Convert.FromBase64String(system.Text("customData"))));
    }

    /// <summary>The settings of the server that the machine is given.</summary>
    public string Settings => Encoding.UTF8.GetString(Convert.FromBase64String(File("/usr/local/share/nearcall-server/settings.json")));

    /// <summary>The content of a file that is written.</summary>
    public string File(string path) =>
        ((YamlSequenceNode)Root["write_files"]).Single(file => file["path"].ToString() == path)["content"].ToString();
}
