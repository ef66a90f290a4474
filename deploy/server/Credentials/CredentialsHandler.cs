using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Nearcall.Server.Credentials;

/// <summary>ASP.NET Core's way to a caller: API keys as <c>Authorization: Bearer</c> or <c>X-Api-Key</c>, users by HTTP Basic.</summary>
internal sealed class CredentialsHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, CallerList callers, PasswordCheck passwords)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Nearcall";

    private bool _isBusy;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (PresentedCredentials.Of(Request.Headers) is not { } presented)
        {
            return AuthenticateResult.NoResult();
        }

        var caller = presented.Name is { } name
            ? await FindUserAsync(name, presented.Secret)
            : FindKey(presented.Secret);
        if (caller is not null)
        {
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, caller)], SchemeName);
            return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
        }

        if (!_isBusy)
        {
            CredentialsLog.Refused(Logger, Context.Connection.RemoteIpAddress);
        }

        return AuthenticateResult.Fail("Name or secret is wrong.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_isBusy)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (callers.Keys.Count > 0)
        {
            Response.Headers.Append("WWW-Authenticate", "Bearer realm=\"nearcall\"");
        }

        if (callers.Users.Count > 0)
        {
            Response.Headers.Append("WWW-Authenticate", "Basic realm=\"nearcall\", charset=\"UTF-8\"");
        }

        return Task.CompletedTask;
    }

    private async ValueTask<string?> FindUserAsync(string name, string password)
    {
        if (callers.Users.Count == 0)
        {
            return null;
        }

        var isRight = await passwords.VerifyAsync(name, password, Context.RequestAborted);
        _isBusy = isRight is null;
        return isRight == true ? name : null;
    }

    // All keys are compared, so that the time does not tell which one was near.
    private string? FindKey(string key)
    {
        var hash = KeyHash.Create(key);
        string? found = null;
        foreach (var (name, known) in callers.Keys)
        {
            found = known.Matches(hash) ? name : found;
        }

        return found;
    }
}
