using System.Xml.Linq;
using Nearcall.Tests.Rules;

namespace Nearcall.PublicSurface.Tests;

/// <summary>The plan of the house, held by tests: who may know whom, what things are called, how long a file is.</summary>
public sealed class ArchitectureTests
{
    private const int LongestFile = 400;

    /// <summary>What each library may reference beside the framework's <c>System.…</c> assemblies.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Nearcall"] = [],
        ["Nearcall.Client"] = ["Nearcall", "Microsoft.Extensions."],
        ["Nearcall.AspNetCore"] = ["Nearcall", "Microsoft.Extensions.", "Microsoft.AspNetCore.", "Microsoft.Net.Http.Headers"],
    };

    public static TheoryData<string> Libraries => ProductLibrary.Names;

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_AssemblyReferences_FollowTheArrows(string library)
    {
        var references = ProductLibrary.Load(library).GetReferencedAssemblies().Select(name => name.Name!);

        Assert.DoesNotContain(references, name => !name.StartsWith("System.", StringComparison.Ordinal) && !IsAllowed(library, name));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_ProjectReferences_FollowTheArrows(string library)
    {
        var items = XDocument.Load(ProductLibrary.PathOf(library, $"{library}.csproj"))
            .Descendants()
            .Where(item => item.Name.LocalName is "ProjectReference" or "PackageReference")
            .Where(item => (string?)item.Attribute("ReferenceOutputAssembly") != "false")
            .Select(item => Path.GetFileName((string)item.Attribute("Include")!).Replace(".csproj", "", StringComparison.Ordinal));

        Assert.DoesNotContain(items, name => !IsAllowed(library, name));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_References_HoldNoCodeGeneration(string library)
    {
        var references = ProductLibrary.Load(library).GetReferencedAssemblies().Select(name => name.Name!);

        Assert.DoesNotContain(references, name => name.StartsWith("System.Reflection.Emit", StringComparison.Ordinal));
        Assert.DoesNotContain("System.Linq.Expressions", references);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_PublicTypes_AreInOneNamespaceAndExtensionsInTheFrameworks(string library)
    {
        var strangers = ProductLibrary.Load(library).GetExportedTypes()
            .Where(type => !type.IsNested && type.Namespace != "Nearcall" && !IsExtensionInTheFramework(type));

        Assert.Empty(strangers);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_PublicClasses_AreSealedStaticOrAbstract(string library)
    {
        var open = ProductLibrary.Load(library).GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false });

        Assert.Empty(open);
    }

    [Fact]
    public void Source_Files_AreNotTooLong()
    {
        var files = Repository.Files("src", "*.cs");
        var tooLong = files.Select(path => (path, Lines: File.ReadLines(path).Count())).Where(file => file.Lines > LongestFile);

        Assert.NotEmpty(files);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Source_Folders_AreNamedForWhatIsInThem()
    {
        string[] vague = ["Helpers", "Utils", "Utilities", "Common", "Misc"];
        var files = Repository.Files("src", "*").Concat(Repository.Files("tests", "*"));
        var folders = files.SelectMany(path => Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar)[..^1]).Distinct();

        Assert.Empty(folders.Intersect(vague, StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsAllowed(string library, string reference) =>
        Arrows[library].Any(allowed => allowed.EndsWith('.') ? reference.StartsWith(allowed, StringComparison.Ordinal) : reference == allowed);

    private static bool IsExtensionInTheFramework(Type type) =>
        type is { IsAbstract: true, IsSealed: true }
        && type.Namespace is "Microsoft.Extensions.DependencyInjection" or "Microsoft.AspNetCore.Builder"
        && type.Name.EndsWith("Extensions", StringComparison.Ordinal);
}
