using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Nearcall.AspNetCore.Tests.Contracts;

namespace Nearcall.AspNetCore.Tests.Methods;

/// <summary>Contracts at an endpoint: their names, their description, and what is refused at start.</summary>
public sealed class ServiceTests
{
    [Fact]
    public async Task MapXmlRpc_Class_OffersWhatTheInterfaceNames()
    {
        await using var host = await StartAsync(application => application.MapXmlRpc("/RPC2", new Calculator()));

        Assert.Equal(15, (await host.CallAsync("add", 10, 5)).Value.AsInt32());
        Assert.Equal(15, (await host.CallAsync("addLater", 10, 5)).Value.AsInt32());
        Assert.Equal("Adds two numbers.", (await host.CallAsync("system.methodHelp", "add")).Value.AsString());
        Assert.Equal(
            [["int", "int", "int"]],
            (await host.CallAsync("system.methodSignature", "add")).Value.AsArray().Select(Texts));
    }

    [Fact]
    [Trait("Rule", "R60")]
    public async Task R60_ListMethods_HiddenMethodOfAContract_IsLeftOutAndCanBeCalled()
    {
        var calculator = new Calculator();
        await using var host = await StartAsync(application => application.MapXmlRpc("/RPC2", calculator));

        var names = Texts((await host.CallAsync("system.listMethods")).Value);
        var result = await host.CallAsync("reset");

        Assert.Contains("addLater", names);
        Assert.DoesNotContain("reset", names);
        Assert.True(result.Value.AsBoolean());
        Assert.Equal(1, calculator.Resets);
    }

    [Fact]
    public async Task MapXmlRpc_Interface_TakesAnyImplementation()
    {
        await using var host = await StartAsync(application => application.MapXmlRpc<ICalculator>("/RPC2", new PlainCalculator()));

        Assert.Equal(15, (await host.CallAsync("add", 10, 5)).Value.AsInt32());
    }

    [Theory]
    [InlineData("maths")]
    [InlineData("maths.")]
    [InlineData("maths:")]
    [InlineData("maths/")]
    public async Task AddService_Prefix_IsJoinedAsTheAttributesIs(string prefix)
    {
        await using var host = await StartAsync(application => application.MapXmlRpc(
            "/RPC2", methods => methods.AddService(new Calculator()).AddService<Calculator>(prefix)));

        var names = Texts((await host.CallAsync("system.listMethods")).Value);

        Assert.Contains("add", names);
        Assert.Contains(prefix == "maths" ? "maths.add" : prefix + "add", names);
        Assert.Equal(3, (await host.CallAsync(prefix == "maths" ? "maths.add" : prefix + "add", 1, 2)).Value.AsInt32());
    }

    [Fact]
    public async Task AddService_Hide_HidesAllItsMethodsAndNoOthers()
    {
        await using var host = await StartAsync(application => application.MapXmlRpc(
            "/RPC2", methods => methods.AddService<Calculator>().AddService<Calculator>("b").Hide().AddService<Calculator>("c")));

        var names = Texts((await host.CallAsync("system.listMethods")).Value).Where(name => !name.StartsWith("system.", StringComparison.Ordinal));

        Assert.Equal(["add", "addLater", "c.add", "c.addLater"], names);
        Assert.Equal(3, (await host.CallAsync("b.add", 1, 2)).Value.AsInt32());
    }

    [Fact]
    public async Task AddService_NameOfAnotherService_NamesBothAndTheFix()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(
            application => application.MapXmlRpc("/RPC2", methods => methods.AddService<Calculator>().AddService<ICalculator>(new PlainCalculator()))));

        Assert.Contains("'add'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("of the service Nearcall.AspNetCore.Tests.Contracts.Calculator,", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Nearcall.AspNetCore.Tests.Contracts.ICalculator", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AddService<ICalculator>(\"prefix\")", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_NameOfAService_NamesTheService()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(application => application.MapXmlRpc("/RPC2", methods =>
        {
            methods.AddService<Calculator>();
            methods.Add("add", () => 1);
        })));

        Assert.Contains("of the service Nearcall.AspNetCore.Tests.Contracts.Calculator", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapXmlRpc_InterfaceThatNobodyRegistered_NamesTheFix()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => StartAsync(application => application.MapXmlRpc<ICalculator>("/RPC2")));

        Assert.Contains("builder.Services.AddScoped<ICalculator, …>()", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MapXmlRpc<ICalculator>(path, instance)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapXmlRpc_ClassOfSeveralConstructors_NamesTheFix()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => StartAsync(application => application.MapXmlRpc<Undecided>("/RPC2")));

        Assert.Contains("builder.Services.AddScoped<Undecided>()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapXmlRpc_ContractWithoutMethods_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => StartAsync(application => application.MapXmlRpc("/RPC2", new Empty())));

        Assert.Contains("[XmlRpcMethod]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapXmlRpc_NoInstance_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentNullException>(() => StartAsync(application => application.MapXmlRpc("/RPC2", (Calculator)null!)));

    [Fact]
    public async Task Call_ParametersThatAreFilledIn_AreNotReadFromTheWire()
    {
        var (ledger, other) = (new Ledger(), new Ledger());
        await using var host = await TestServerHost.StartAsync(
            methods => methods.AddService<Guests>(),
            services: services => services.AddSingleton(ledger).AddKeyedSingleton("other", other));

        Assert.Equal("Hello Ann", (await host.CallAsync("greet", "Ann")).Value.AsString());

        Assert.Equal(["Ann"], ledger.Entries);
        Assert.Equal(["/RPC2"], other.Entries);
        Assert.Equal("""[["string", "string"]]""", (await host.CallAsync("system.methodSignature", "greet")).Value.ToString());
    }

    private static IEnumerable<string> Texts(XmlRpcValue values) => values.AsArray().Select(value => value.AsString());

    private static Task<TestServerHost> StartAsync(Action<WebApplication> map) =>
        TestServerHost.StartApplicationAsync(map, builder => builder.Services.AddXmlRpc());

    private sealed class Empty : IXmlRpcServiceContract<Empty>
    {
        static XmlRpcService<Empty> IXmlRpcServiceContract<Empty>.Describe() => new([]);
    }
}
