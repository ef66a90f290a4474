using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Tests.Generation;

/// <summary>A contract in an assembly of its own, which client and server share.</summary>
public sealed class AssembliesTests
{
    private const string Contract = """
        namespace Contracts;
        [Nearcall.XmlRpcService("calc")]
        public partial interface ICalculator
        {
            /// <summary>Adds two numbers.</summary>
            [Nearcall.XmlRpcMethod("add")]
            int Add(int a, int b);

            [Nearcall.XmlRpcMethod("add")]
            Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default);
        }
        """;

    private const string Server = """
        namespace Server;
        [Nearcall.XmlRpcService]
        public partial class Calculator : Contracts.ICalculator
        {
            public int Add(int a, int b) => a + b;

            public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken = default) => Task.FromResult(a + b);
        }
        public static class Program
        {
            public static string Describe() => string.Join(", ", Describe<Calculator>().Methods.Select(method => method.Name + ": " + method.Help));

            private static Nearcall.XmlRpcService<T> Describe<T>() where T : class, Nearcall.IXmlRpcServiceContract<T> => T.Describe();
        }
        """;

    [Fact]
    public void Class_OfAContractElsewhere_HasItsNamesAndHelp()
    {
        var (contract, _) = Programs.Generate(Programs.Compile("Contracts", ("Contract.cs", Contract)));
        Programs.AssertClean(contract);
        var (server, _) = Programs.Generate(Programs.Compile("Server", ("Server.cs", Server)).AddReferences(ToImage(contract)));
        Programs.AssertClean(server);

        var context = new AssemblyLoadContext("Contracts", isCollectible: true);
        Load(context, contract);
        var program = Load(context, server).GetType("Server.Program")!.GetMethod("Describe", BindingFlags.Public | BindingFlags.Static)!;

        Assert.Equal("calc.add: Adds two numbers.", program.Invoke(null, null));
    }

    // As the file that another build sees: comments are not in it.
    private static PortableExecutableReference ToImage(Compilation compilation) => MetadataReference.CreateFromStream(Emit(compilation));

    private static Assembly Load(AssemblyLoadContext context, Compilation compilation) => context.LoadFromStream(Emit(compilation));

    private static MemoryStream Emit(Compilation compilation)
    {
        var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        return image;
    }
}
