using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Nearcall.AspNetCore.Tests.Contracts;

namespace Nearcall.AspNetCore.Tests.Endpoints;

public sealed class MappingTests
{
    [Fact]
    public async Task MapXmlRpc_WithoutAddXmlRpc_NamesTheFix()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        builder.WebHost.UseTestServer();
        await using var application = builder.Build();

        var exception = Assert.Throws<InvalidOperationException>(() => application.MapXmlRpc("/RPC2", _ => { }));

        Assert.Contains("builder.Services.AddXmlRpc()", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/RPC2", "/RPC2")]
    [InlineData("/RPC2", "rpc2/")]
    [InlineData("", "/")]
    public async Task MapXmlRpc_TwiceAtOnePath_FailsAtStartWithAdvice(string first, string second)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TestServerHost.StartApplicationAsync(
            application =>
            {
                application.MapXmlRpc(first, methods => methods.Add("a", () => 1));
                application.MapXmlRpc(second, methods => methods.Add("b", () => 2));
            },
            builder => builder.Services.AddXmlRpc()));

        Assert.Contains("Use one mapping", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapXmlRpc_TwoServicesAtOnePath_NamesBothAndTheFix()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TestServerHost.StartApplicationAsync(
            application =>
            {
                application.MapXmlRpc("/RPC2", new Calculator());
                application.MapXmlRpc("/RPC2", methods => methods.Add("b", () => 2));
            },
            builder => builder.Services.AddXmlRpc()));

        Assert.Contains("to Nearcall.AspNetCore.Tests.Contracts.Calculator, and to the method 'b'.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("methods.AddService<A>().AddService<B>(\"prefix\")", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapXmlRpc_ServiceWithoutAddXmlRpc_NamesTheFix()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        builder.WebHost.UseTestServer();
        await using var application = builder.Build();

        var exception = Assert.Throws<InvalidOperationException>(() => application.MapXmlRpc<Calculator>("/RPC2"));

        Assert.Contains("builder.Services.AddXmlRpc()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapXmlRpc_TwiceAtOnePathByAGroup_FailsAtStartWithAdvice()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TestServerHost.StartApplicationAsync(
            application =>
            {
                application.MapXmlRpc("/api/RPC2", methods => methods.Add("a", () => 1));
                application.MapGroup("/api").MapXmlRpc("/RPC2", methods => methods.Add("b", () => 2));
            },
            builder => builder.Services.AddXmlRpc()));

        Assert.Contains("/api/RPC2", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "R02")]
    [InlineData("/RPC2", "/RPC2")]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("/a/{tenant}/xmlrpc.php", "/a/7/xmlrpc.php")]
    public async Task R02_Path_AnyPattern_IsServed(string pattern, string path)
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc(pattern, methods => methods.Add("one", () => 1)),
            builder => builder.Services.AddXmlRpc());

        using var response = await host.PostAsync(Message.Of("one"), path);

        Assert.Equal(1, (await Message.ReadAsync(response)).Value.AsInt32());
    }

    [Fact]
    [Trait("Rule", "R02")]
    public async Task R02_Paths_Several_HaveMethodsAndOptionsOfTheirOwn()
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application =>
            {
                application.MapXmlRpc("/a", methods => methods.Add("which", () => "a"));
                application.MapGroup("/group").MapXmlRpc("/b", methods =>
                {
                    methods.Options.Dialect = XmlRpcDialect.Strict with { WriteI8 = true };
                    methods.Add("which", () => 5L);
                });
            },
            builder => builder.Services.AddXmlRpc());

        using var a = await host.PostAsync(Message.Of("which"), "/a");
        using var b = await host.PostAsync(Message.Of("which"), "/group/b");

        Assert.Equal("a", (await Message.ReadAsync(a)).Value.AsString());
        Assert.Equal(XmlRpcKind.I8, (await Message.ReadAsync(b)).Value.Kind);
    }

    [Fact]
    public async Task MapXmlRpc_OnePathForTwoHosts_ServesBoth()
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application =>
            {
                application.MapXmlRpc("/RPC2", methods => methods.Add("which", () => "a")).RequireHost("a.example");
                application.MapXmlRpc("/RPC2", methods => methods.Add("which", () => "b")).RequireHost("b.example");
            },
            builder => builder.Services.AddXmlRpc());
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://b.example/RPC2") { Content = Message.Of("which") };

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("b", (await Message.ReadAsync(response)).Value.AsString());
    }

    [Fact]
    [Trait("Rule", "R01")]
    public async Task R01_Path_WithAGetPageBesideIt_ServesBoth()
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application =>
            {
                application.MapXmlRpc("/RPC2", methods => methods.Add("one", () => 1));
                application.MapGet("/RPC2", (RequestDelegate)(context => context.Response.WriteAsync("documentation")));
            },
            builder => builder.Services.AddXmlRpc());

        var page = await host.Client.GetStringAsync(new Uri("/RPC2", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("documentation", page);
        Assert.Equal(1, (await host.CallAsync("one")).Value.AsInt32());
    }

    [Fact]
    public async Task Conventions_OfTheFramework_Apply()
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc("/RPC2", methods => methods.Add("one", () => 1))
                .WithMetadata("tagged")
                .WithDisplayName("calculator"),
            builder => builder.Services.AddXmlRpc());

        var endpoint = Assert.Single(host.Services.GetRequiredService<EndpointDataSource>().Endpoints);

        Assert.Equal("calculator", endpoint.DisplayName);
        Assert.Contains("tagged", endpoint.Metadata);
    }

    [Fact]
    public async Task MethodsBuilder_AfterMapping_IsClosed()
    {
        XmlRpcMethodsBuilder? kept = null;
        XmlRpcMethodBuilder? method = null;
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            kept = methods;
            method = methods.Add("one", () => 1);
        });

        Assert.Throws<InvalidOperationException>(() => kept!.Add("two", () => 2));
        Assert.Throws<InvalidOperationException>(() => kept!.AddCatchAll(_ => 2));
        Assert.Throws<InvalidOperationException>(() => kept!.RequireAuthorization());
        Assert.Throws<InvalidOperationException>(() => method!.WithHelp("late"));
        Assert.Throws<InvalidOperationException>(() => method!.Hide());
        Assert.Throws<InvalidOperationException>(() => method!.AllowAnonymous());
    }
}
