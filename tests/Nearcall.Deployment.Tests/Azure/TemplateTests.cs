using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>What a template refers to is there, and what is there is used.</summary>
public sealed partial class TemplateTests
{
    public static TheoryData<string> Templates => SecurityGroupTests.Templates;

    [Theory]
    [MemberData(nameof(Templates))]
    public void Parameters_AndVariables_AreAllUsed(string path)
    {
        var template = Template.Load(path);

        Assert.Empty(template.UnusedParameters);
        Assert.Empty(template.UnusedVariables);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Ids_InResourcesAndOutputs_AreOfResourcesThatAreThere(string path)
    {
        var template = Template.Load(path);
        var known = Ids(template).ToHashSet(StringComparer.Ordinal);
        var named = template.Resources.Texts().Where(text => text.StartsWith(TemplateFunctions.ResourceGroup, StringComparison.Ordinal));

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(known));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void DependsOn_OfEachResource_IsWhatItNames(string path)
    {
        foreach (var resource in Template.Load(path).Resources)
        {
            var own = Id(resource!);
            var dependencies = resource!["dependsOn"]?.AsArray().Select(id => (string)id!).Order() ?? Enumerable.Empty<string>();
            var body = resource.DeepClone().AsObject();
            body.Remove("dependsOn");
            // What stands within another resource is there when that resource is; a resource does not wait for itself.
            var named = body.Texts()
                .Select(text => ResourceId().Match(text).Value)
                .Where(id => id.Length > 0 && id != own)
                .Distinct()
                .Order();

            Assert.Equal(named, dependencies);
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Outputs_OfATemplate_TellTheAddress(string path)
    {
        var outputs = Template.Load(path).Outputs;
        var address = outputs.Text("address.value");

        Assert.Matches("^<address of rpc-(server|fleet)-ip>$", address);
        Assert.Equal($"http://{address}:8000/RPC2", outputs.Text("url.value"));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Parameters_EachOne_SaysWhatItIs(string path)
    {
        var parameters = JsonNode.Parse(File.ReadAllText(Repository.PathOf(path)))!.At("parameters").AsObject();

        Assert.All(parameters, parameter => Assert.EndsWith(".", parameter.Value!.Text("metadata.description"), StringComparison.Ordinal));
    }

    // What stands around the resources has no type to be checked against.
    [Theory]
    [MemberData(nameof(Templates))]
    public void Members_OfTheTemplateItself_AreKnown(string path)
    {
        var template = JsonNode.Parse(File.ReadAllText(Repository.PathOf(path)))!.AsObject();
        string[] ofParameters = ["type", "defaultValue", "allowedValues", "minLength", "maxLength", "minValue", "maxValue", "metadata"];

        Assert.Equal(
            ["$schema", "contentVersion", "metadata", "parameters", "variables", "resources", "outputs"],
            template.Select(member => member.Key));
        Assert.Equal("https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", template.Text("$schema"));
        Assert.All(template.At("parameters").AsObject(), parameter => Assert.Empty(Keys(parameter.Value!).Except(ofParameters)));
        Assert.All(template.At("outputs").AsObject(), output => Assert.Equal(["type", "metadata", "value"], Keys(output.Value!)));
        // A deployment keeps the values of its parameters for everybody to read, those of secure ones excepted.
        Assert.Equal("secureObject", template.Text("parameters.settings.type"));
    }

    [Theory]
    [InlineData("packageSha256", "\"abc\"")]
    [InlineData("sshSources", "[]")]
    [InlineData("sshSources", "\"*\"")]
    [InlineData("zone", "\"4\"")]
    [InlineData("nonsense", "1")]
    public void Load_ParameterThatDoesNotFit_IsRefused(string name, string value)
    {
        var exception = Assert.Throws<TemplateException>(
            () => Template.Load("deploy/azure/machine.json", new JsonObject { [name] = JsonNode.Parse(value) }));

        Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[parameters('nobody')]", "There is no parameter 'nobody'.")]
    [InlineData("[variables('nobody')]", "There is no variable 'nobody'.")]
    [InlineData("[uniqueString('a')]", "There is no function 'uniqueString' with 1 such arguments.")]
    [InlineData("[concat('a']", "[concat('a']: ',' was expected at 10.")]
    [InlineData("[concat('a]", "[concat('a]: a quote was expected at 9.")]
    [InlineData("[resourceId('A/b/c', 'x')]", "resourceId: 'A/b/c' needs 2 names and got 1.")]
    [InlineData("[variables('o').b]", "There is no member 'b' in {\"a\":1}.")]
    [InlineData("[concat('a') b]", "[concat('a') b]: the end was expected at 12.")]
    public void Parse_ExpressionThatCannotBeEvaluated_SaysWhy(string expression, string message)
    {
        var json = new JsonObject { ["variables"] = JsonNode.Parse("""{ "o": { "a": 1 } }"""), ["resources"] = new JsonArray(expression) };

        var exception = Assert.Throws<TemplateException>(() => Template.Parse(json.ToJsonString()));

        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("[[no expression]", "\"[no expression]\"")]
    [InlineData("[concat('it''s ', variables('o').a[1])]", "\"it\\u0027s y\"")]
    [InlineData("[string(union(variables('o'), variables('p')))]", """{"a":["x","y"],"n":{"k":1,"l":2}}""")]
    [InlineData("[if(equals(length(variables('o').a), 2), createArray(first(variables('o')['a']), -1), null())]", """["x",-1]""")]
    [InlineData("[if(equals(1, 2), 'a', null())]", "null")]
    [InlineData("[base64(toLower(replace(format('{0}-{1}', 'A', 'B'), '-', '+')))]", "\"YSti\"")]
    [InlineData("[join(variables('o').a, '\n')]", "\"x\\ny\"")]
    [InlineData("[resourceId('A/b/c', 'x', 'y')]", "\"" + TemplateFunctions.ResourceGroup + "/providers/A/b/x/c/y\"")]
    public void Parse_Expression_IsEvaluated(string expression, string value)
    {
        var json = new JsonObject
        {
            ["variables"] = JsonNode.Parse("""{ "o": { "a": ["x", "y"], "n": { "k": 1 } }, "p": { "n": { "l": 2 } } }"""),
            ["resources"] = new JsonArray(expression),
        };

        var evaluated = Template.Parse(json.ToJsonString()).Resources[0];

        var text = evaluated?.ToJsonString() ?? "null";
        Assert.Equal(value, expression.StartsWith("[string", StringComparison.Ordinal) ? (string?)evaluated : text);
    }

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(member => member.Key);

    private static IEnumerable<string> Ids(Template template)
    {
        foreach (var resource in template.Resources)
        {
            var id = Id(resource!);
            yield return id;
            string[] kinds = ["subnets", "frontendIPConfigurations", "backendAddressPools", "probes"];
            foreach (var kind in kinds)
            {
                foreach (var part in resource!["properties"]?[kind]?.AsArray() ?? [])
                {
                    yield return $"{id}/{kind}/{part!.Text("name")}";
                }
            }
        }
    }

    private static string Id(JsonNode resource) =>
        $"{TemplateFunctions.ResourceGroup}/providers/{resource.Text("type")}/{resource.Text("name")}";

    // The resource itself, without what stands within it.
    [GeneratedRegex("^" + TemplateFunctions.ResourceGroup + "/providers/[^/]+/[^/]+/[^/]+")]
    private static partial Regex ResourceId();
}
