using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Nearcall.AspNetCore.Tests.Methods;

/// <summary>What could only fail at the first call fails when the endpoint is mapped.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void Add_NameThatIsTaken_IsRefused() => Assert.Throws<ArgumentException>(() => Build(methods =>
    {
        methods.Add("m", () => 1);
        methods.Add("m", (int a) => a);
    }));

    [Fact]
    public async Task Add_NameThatDiffersInCase_IsAnotherMethod()
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("m", () => 1);
            methods.Add("M", () => 2);
        });

        Assert.Equal(2, (await host.CallAsync("M")).Value.AsInt32());
    }

    [Theory]
    [Trait("Rule", "R59")]
    [InlineData("system.listMethods")]
    [InlineData("system.mine")]
    public async Task R59_Add_SystemName_NeedsTheSwitch(string name)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Build(methods => methods.Add(name, () => 1)));
        await using var host = await TestServerHost.StartAsync(
            methods => methods.Add(name, () => 1), options => options.AllowSystemMethodNames = true);

        Assert.Contains("AllowSystemMethodNames", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await host.CallAsync(name)).Value.AsInt32());
    }

    [Fact]
    [Trait("Rule", "R59")]
    public async Task R59_Add_NameLikeSystem_IsFree()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("systemx", () => 1));

        Assert.Equal(1, (await host.CallAsync("systemx")).Value.AsInt32());
    }

    [Theory]
    [Trait("Rule", "R08")]
    [InlineData("two words")]
    [InlineData("größe")]
    [InlineData("a-b")]
    public void R08_Add_NameOutsideTheAlphabet_NeedsTheDialectsSwitch(string name) =>
        AssertNeeds("AllowAnyMethodName", methods => methods.Add(name, () => 1));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Add_NoName_IsRefused(string? name) =>
        Assert.ThrowsAny<ArgumentException>(() => Build(methods => methods.Add(name!, () => 1)));

    [Fact]
    public void Add_NoDelegate_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Build(methods => methods.Add("m", (Func<int>)null!)));
        Assert.Throws<ArgumentNullException>(() => Build(methods => methods.Add("m", (Action<int>)null!)));
        Assert.Throws<ArgumentNullException>(() => Build(methods => methods.Add(null!)));
        Assert.Throws<ArgumentNullException>(() => Build(methods => methods.AddCatchAll((Func<XmlRpcCallContext, XmlRpcValue>)null!)));
        Assert.Throws<ArgumentNullException>(() => Build(methods => methods.AddFilter(null!)));
    }

    [Fact]
    public void Add_WhatTheCompilerCannotSee_IsRefusedWithWhatToDo()
    {
        Delegate unknown = () => 1;

        // The compiler says so too.
#pragma warning disable NEAR0016
        var exception = Assert.Throws<InvalidOperationException>(() => Build(methods => methods.Add("m", unknown)));
#pragma warning restore NEAR0016

        Assert.Contains("The compiler wrote no code for the method 'm'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("XmlRpcServiceMethod.Create", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R74")]
    public void R74_Add_ResultThatTheDialectDoesNotWrite_IsRefusedWithTheSwitch()
    {
        AssertNeeds("WriteI8", methods => methods.Add("m", () => 1L));
        AssertNeeds("WriteI8", methods => methods.Add("m", () => (long?)1L));
        AssertNeeds("WriteExtensions", methods => methods.Add("m", () => 1m));
        AssertNeeds("WriteDateZone", methods => methods.Add("m", () => DateTimeOffset.UnixEpoch));
        AssertNeeds("AllowDateZone", methods => methods.Add("m", (DateTimeOffset date) => 1));
        AssertNeeds("AllowDateZone", methods => methods.Add("m", (DateTimeOffset? date) => 1));
    }

    [Fact]
    public void Add_ResultThatTheDialectWrites_IsTaken()
    {
        Build(methods =>
        {
            methods.Options.Dialect = XmlRpcDialect.Strict with
            {
                WriteI8 = true,
                WriteDateZone = XmlRpcDateZone.Write,
                AllowDateZone = true,
            };
            methods.Add("a", () => 1L);
            methods.Add("b", (DateTimeOffset date) => date);
        });
        Build(methods =>
        {
            methods.Options.Dialect = XmlRpcDialect.Strict with { WriteExtensions = true, WriteNilAndI8AsExtensions = true };
            methods.Add("a", () => 1L);
            methods.Add("b", () => 1m);
        });
        Build(methods => methods.Add("a", (long number) => 1));
    }

    [Fact]
    public void AddFilter_NotRegistered_NamesTheFix()
    {
        var ofEndpoint = Assert.Throws<InvalidOperationException>(() => Build(methods => methods.AddFilter<UnknownFilter>()));
        var ofMethod = Assert.Throws<InvalidOperationException>(
            () => Build(methods => methods.Add("m", () => 1).AddFilter<UnknownFilter>()));

        Assert.Contains("builder.Services.AddScoped<UnknownFilter>()", ofEndpoint.Message, StringComparison.Ordinal);
        Assert.Contains("builder.Services.AddScoped<UnknownFilter>()", ofMethod.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RequireAuthorization_WithoutAuthorization_NamesTheFix()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Build(methods => methods.Add("m", () => 1).RequireAuthorization()));

        Assert.Contains("AddAuthorization()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddCatchAll_Second_IsRefused() => Assert.Throws<InvalidOperationException>(() => Build(methods =>
    {
        methods.AddCatchAll(_ => 1);
        methods.AddCatchAll(_ => 2);
    }));

    [Fact]
    public void Options_OfEndpoint_AreValidated() =>
        Assert.Throws<OptionsValidationException>(() => Build(methods => methods.Options.Dialect = null!));

    private static void AssertNeeds(string @switch, Action<XmlRpcMethodsBuilder> methods) =>
        Assert.Contains(@switch, Assert.Throws<InvalidOperationException>(() => Build(methods)).Message, StringComparison.Ordinal);

    private static void Build(Action<XmlRpcMethodsBuilder> methods)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRouting().AddXmlRpc();
        using var services = builder.Services.BuildServiceProvider();
        new Routes(services).MapXmlRpc("/RPC2", methods);
    }

    private sealed class Routes(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider { get; } = services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() =>
            new ApplicationBuilder(ServiceProvider);
    }

    private sealed class UnknownFilter : IXmlRpcFilter
    {
        public ValueTask InvokeAsync(XmlRpcCallContext context, XmlRpcDelegate next) => next(context);
    }
}
