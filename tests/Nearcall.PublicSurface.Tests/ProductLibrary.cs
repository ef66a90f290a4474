using System.Reflection;
using Nearcall.Tests.Rules;

namespace Nearcall.PublicSurface.Tests;

/// <summary>The libraries that users reference. The generator and the programs have no public surface.</summary>
internal static class ProductLibrary
{
    public static TheoryData<string> Names { get; } = ["Nearcall", "Nearcall.AspNetCore", "Nearcall.Client"];

    public static Assembly Load(string name) => Assembly.Load(name);

    public static string PathOf(string name, string file) => Repository.PathOf($"src/{name}/{file}");
}
