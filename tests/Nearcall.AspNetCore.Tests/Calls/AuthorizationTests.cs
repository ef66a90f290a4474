using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Nearcall.AspNetCore.Tests.Calls;

[Trait("Threat", "S16")]
public sealed class AuthorizationTests
{
    [Theory]
    [InlineData(null, XmlRpcFaultCodes.Unauthenticated)]
    [InlineData("ann", XmlRpcFaultCodes.Forbidden)]
    [InlineData("admin", null)]
    public async Task Method_WithPolicy_AnswersByTheCaller(string? caller, int? code)
    {
        await using var host = await StartAsync();

        Assert.Equal(code, (await CallAsync(host, caller, "erase")).Fault?.Code);
    }

    [Theory]
    [InlineData(null, XmlRpcFaultCodes.Unauthenticated)]
    [InlineData("ann", null)]
    public async Task Method_WithAuthorization_AnswersByTheCaller(string? caller, int? code)
    {
        await using var host = await StartAsync();

        Assert.Equal(code, (await CallAsync(host, caller, "read")).Fault?.Code);
        Assert.Equal(code, (await CallAsync(host, caller, "readByAttribute")).Fault?.Code);
        Assert.Equal(code, (await CallAsync(host, caller, "readByPolicyObject")).Fault?.Code);
    }

    [Theory]
    [InlineData("ann", XmlRpcFaultCodes.Forbidden)]
    [InlineData("admin", null)]
    public async Task Method_WithRequirementAttribute_AnswersByTheCaller(string? caller, int? code)
    {
        await using var host = await StartAsync();

        Assert.Equal(code, (await CallAsync(host, caller, "byRequirement")).Fault?.Code);
        Assert.Equal(code, (await CallAsync(host, caller, "byRole")).Fault?.Code);
    }

    [Fact]
    public async Task Method_WithoutAuthorization_IsOpen()
    {
        await using var host = await StartAsync();

        Assert.True((await CallAsync(host, null, "open")).IsSuccess);
    }

    [Fact]
    public async Task Multicall_EntriesAreAuthorizedEachByItself()
    {
        await using var host = await StartAsync();

        var results = (await CallAsync(host, "ann", "system.multicall", Multi.Call(("open", []), ("erase", []), ("read", [])))).Value;

        Assert.Equal("open", results[0][0].AsString());
        Assert.Equal(XmlRpcFaultCodes.Forbidden, results[1]["faultCode"].AsInt32());
        Assert.Equal("read", results[2][0].AsString());
    }

    [Fact]
    public async Task Multicall_EntryWithASchemeOfItsOwn_DoesNotLendItsCallerToTheNext()
    {
        await using var host = await StartAsync();

        var calls = Multi.Call(("who", []), ("whoByOtherScheme", []), ("who", []));
        var results = (await CallAsync(host, null, "system.multicall", calls)).Value;

        Assert.Equal("""[["nobody"], ["other"], ["nobody"]]""", results.ToString());
    }

    [Theory]
    [InlineData("open")]
    [InlineData("unknown")]
    [InlineData("system.listMethods")]
    [InlineData("system.multicall")]
    public async Task Methods_WithAuthorizationByDefault_AreClosed(string method)
    {
        await using var host = await StartAsync(methods => methods.RequireAuthorization());

        Assert.Equal(XmlRpcFaultCodes.Unauthenticated, (await CallAsync(host, null, method)).Fault?.Code);
    }

    [Fact]
    public async Task Method_ThatAllowsAnonymous_IsOpenInSpiteOfTheDefault()
    {
        await using var host = await StartAsync(methods => methods.RequireAuthorization());

        Assert.Equal("anonymous", (await CallAsync(host, null, "anonymous")).Value.AsString());
    }

    [Fact]
    public async Task Method_BothDefaultAndOwnPolicy_NeedsBoth()
    {
        await using var host = await StartAsync(methods => methods.RequireAuthorization("admins"));

        Assert.Equal(XmlRpcFaultCodes.Forbidden, (await CallAsync(host, "ann", "read")).Fault?.Code);
        Assert.True((await CallAsync(host, "admin", "read")).IsSuccess);
    }

    [Fact]
    public async Task Endpoint_WithAuthorization_AnswersByHttp()
    {
        await using var host = await StartAsync(endpoint: endpoint => endpoint.RequireAuthorization());
        using var request = Request(null, "open");

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.True((await CallAsync(host, "ann", "open")).IsSuccess);
    }

    [Fact]
    public async Task Refusal_OfUnauthorizedCall_IsNoErrorInTheLog()
    {
        await using var host = await StartAsync();

        await CallAsync(host, null, "erase");

        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Policy_ThatDoesNotExist_IsAFaultAndAnErrorInTheLog()
    {
        await using var host = await StartAsync(methods => methods.Add("m", () => 1).RequireAuthorization("no such policy"));

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await CallAsync(host, "ann", "m")).Fault?.Code);
        Assert.Contains(host.Log.OfServer, record => record.Level == LogLevel.Error);
    }

    private static Task<TestServerHost> StartAsync(
        Action<XmlRpcMethodsBuilder>? more = null,
        Action<XmlRpcEndpointConventionBuilder>? endpoint = null) =>
        TestServerHost.StartApplicationAsync(
            application =>
            {
                application.UseAuthentication();
                application.UseAuthorization();
                var mapped = application.MapXmlRpc("/RPC2", methods =>
                {
                    AddMethods(methods);
                    more?.Invoke(methods);
                });
                endpoint?.Invoke(mapped);
            },
            builder =>
            {
                builder.Services.AddAuthentication("name")
                    .AddScheme<AuthenticationSchemeOptions, NameHandler>("name", null)
                    .AddScheme<AuthenticationSchemeOptions, OtherHandler>("other", null);
                builder.Services.AddAuthorizationBuilder().AddPolicy("admins", policy => policy.RequireRole("admin"));
                builder.Services.AddXmlRpc();
            });

    private static void AddMethods(XmlRpcMethodsBuilder methods)
    {
        methods.Add("open", () => "open");
        methods.Add("anonymous", () => "anonymous").AllowAnonymous();
        methods.Add("read", () => "read").RequireAuthorization();
        methods.Add("readByAttribute", () => "read").WithMetadata(new AuthorizeAttribute());
        methods.Add("readByPolicyObject", () => "read")
            .RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        methods.Add("byRequirement", () => "read").WithMetadata(new AdminAttribute());
        methods.Add("byRole", () => "read").WithMetadata(new AuthorizeAttribute { Roles = "admin" });
        methods.Add("erase", () => "erased").RequireAuthorization("admins");
        methods.Add("who", (HttpContext http) => http.User.Identity?.Name ?? "nobody");
        methods.Add("whoByOtherScheme", (HttpContext http) => http.User.Identity?.Name ?? "nobody")
            .WithMetadata(new AuthorizeAttribute { AuthenticationSchemes = "other" });
    }

    private static async Task<XmlRpcResult<XmlRpcValue>> CallAsync(
        TestServerHost host, string? caller, string method, params XmlRpcValue[] arguments)
    {
        using var request = Request(caller, method, arguments);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Message.ReadAsync(response);
    }

    private static HttpRequestMessage Request(string? caller, string method, params XmlRpcValue[] arguments)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/RPC2") { Content = Message.Of(method, arguments) };
        if (caller is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Name", caller);
        }

        return request;
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class AdminAttribute : Attribute, IAuthorizationRequirementData
    {
        public IEnumerable<IAuthorizationRequirement> GetRequirements() =>
            new AuthorizationPolicyBuilder().RequireRole("admin").Build().Requirements;
    }

    private sealed class NameHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Parameter is not { } name)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(Principal(name), Scheme.Name)));
        }
    }

    private sealed class OtherHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(Principal("other"), Scheme.Name)));
    }

    private static ClaimsPrincipal Principal(string name) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, name)], "test"));
}
