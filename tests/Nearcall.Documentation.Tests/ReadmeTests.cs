using Nearcall.Tests.Rules;

namespace Nearcall.Documentation.Tests;

/// <summary>What a newcomer must see at once.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("README.md"));

    [Fact]
    public void Readme_FirstCode_StandsBeforeLineTwenty() => Assert.InRange(Array.IndexOf(Lines, "```csharp") + 1, 1, 19);

    [Theory]
    [InlineData("dotnet run samples/demo.cs")]
    [InlineData("eng/test")]
    public void Readme_Command_StandsInABlockOfTheShell(string command)
    {
        var start = Array.IndexOf(Lines, "```sh");
        var block = Lines[(start + 1)..Array.IndexOf(Lines, "```", start)];

        Assert.Contains(block, line => line.Split('#')[0].TrimEnd() == command);
        Assert.True(File.Exists(Repository.PathOf(command.Split(' ')[^1])));
    }

    [Fact]
    public void Readme_Types_NameEveryKind()
    {
        var rows = string.Join('\n', Lines.Where(line => line.StartsWith('|')));
        string[] octets = [nameof(XmlRpcKind.Dom), nameof(XmlRpcKind.Serializable)];
        var missing = Enum.GetNames<XmlRpcKind>().Except(octets)
            .Select(kind => kind switch
            {
                nameof(XmlRpcKind.DateTime) => "dateTime.iso8601",
                nameof(XmlRpcKind.ExtensionDateTime) => "ex:dateTime",
                _ => kind.ToLowerInvariant(),
            })
            .Where(element => !rows.Contains($"`{element}`", StringComparison.Ordinal) && !rows.Contains($"`ex:{element}`", StringComparison.Ordinal));

        Assert.Empty(missing);
    }
}
