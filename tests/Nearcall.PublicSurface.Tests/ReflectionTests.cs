using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Nearcall.PublicSurface.Tests;

/// <summary>What the libraries refer to, read from their metadata: nothing that makes code or calls members by their names.</summary>
public sealed class ReflectionTests
{
    /// <summary>Types whose use at all would be code made or objects built while the program runs.</summary>
    private static readonly string[] ForbiddenTypes =
    [
        "System.Activator",
        "System.Reflection.Emit.*",
        "System.Linq.Expressions.*",
        "System.Runtime.Serialization.*",
        "System.Runtime.CompilerServices.CallSite",
        "Microsoft.Extensions.DependencyInjection.ActivatorUtilities",
        "Microsoft.CSharp.RuntimeBinder.*",
    ];

    /// <summary>Members that find or call others by name, or make types of types.</summary>
    private static readonly string[] ForbiddenMembers =
    [
        "System.Type.MakeGenericType",
        "System.Type.MakeArrayType",
        "System.Type.InvokeMember",
        "System.Type.GetType",
        "System.Type.GetMethod*",
        "System.Type.GetConstructor*",
        "System.Type.GetPropert*",
        "System.Type.GetField*",
        "System.Type.GetMember*",
        "System.Type.GetInterface*",
        "System.Type.GetEvent*",
        "System.Type.GetNestedType*",
        "System.Reflection.MethodInfo.MakeGenericMethod",
        "System.Reflection.MethodBase.Invoke",
        "System.Reflection.ConstructorInfo.Invoke",
        "System.Reflection.Assembly.GetTypes",
        "System.Reflection.Assembly.GetType",
        "System.Reflection.Assembly.Load*",
        "System.Delegate.DynamicInvoke",
        "System.Delegate.CreateDelegate",
        "System.Array.CreateInstance",
    ];

    public static TheoryData<string> Libraries => ProductLibrary.Names;

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_References_HoldNoReflection(string library)
    {
        var used = MembersUsedBy(ProductLibrary.Load(library).Location).Concat(TypesUsedBy(ProductLibrary.Load(library).Location));

        Assert.DoesNotContain(used, IsForbidden);
    }

    [Fact]
    public void MembersUsedBy_AnAssemblyThatReflects_FindsIt()
    {
        var used = MembersUsedBy(typeof(ReflectionTests).Assembly.Location);

        // MemberLines, the test of the public surface, asks types for their members.
        Assert.Contains(used, IsForbidden);
    }

    private static bool IsForbidden(string name) =>
        ForbiddenTypes.Concat(ForbiddenMembers).Any(
            forbidden => forbidden.EndsWith('*') ? name.StartsWith(forbidden[..^1], StringComparison.Ordinal) : name == forbidden);

    private static List<string> TypesUsedBy(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(handle => NameOf(metadata, handle))];
    }

    private static List<string> MembersUsedBy(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.MemberReferences
                .Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"),
        ];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
