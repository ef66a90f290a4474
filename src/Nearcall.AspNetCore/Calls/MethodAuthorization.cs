using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall;

/// <summary>
/// Who may call one method. The framework authorizes endpoints, and all methods share one; so the policies of a method are combined
/// and evaluated here, after its name was read, for each entry of a multicall too.
/// </summary>
internal sealed class MethodAuthorization
{
    private readonly IAuthorizationPolicyProvider _provider;
    private readonly IAuthorizeData[] _data;
    private readonly AuthorizationPolicy[] _policies;
    private readonly bool _isCacheable;
    private AuthorizationPolicy? _combined;

    private MethodAuthorization(IAuthorizationPolicyProvider provider, IAuthorizeData[] data, AuthorizationPolicy[] policies)
    {
        _provider = provider;
        _data = data;
        _policies = policies;
        _isCacheable = provider.AllowsCachingPolicies;
    }

    /// <summary>Reads what metadata ask for, in the forms that endpoints know.</summary>
    /// <param name="method">The name of the method.</param>
    /// <param name="forms">
    /// The metadata of each form of the method. A caller must be allowed to call all that do not let everybody, as the form is chosen only
    /// behind this check.
    /// </param>
    /// <param name="services">The services of the application.</param>
    /// <returns>Null where everybody may call.</returns>
    /// <exception cref="InvalidOperationException">Something is asked for, and the application has no authorization.</exception>
    public static MethodAuthorization? Create(string method, IEnumerable<IReadOnlyList<object>> forms, IServiceProvider services)
    {
        var metadata = forms.Where(static form => !form.OfType<IAllowAnonymous>().Any()).SelectMany(static form => form).ToList();
        var data = metadata.OfType<IAuthorizeData>().ToArray();
        var policies = metadata.OfType<AuthorizationPolicy>().ToList();
        var requirements = metadata.OfType<IAuthorizationRequirementData>().SelectMany(item => item.GetRequirements()).ToArray();
        if (requirements.Length > 0)
        {
            policies.Add(new AuthorizationPolicy(requirements, []));
        }

        if (data.Length == 0 && policies.Count == 0)
        {
            return null;
        }

        if (services.GetService<IAuthorizationPolicyProvider>() is not { } provider || services.GetService<IPolicyEvaluator>() is null)
        {
            throw new InvalidOperationException(
                $"The method '{method}' requires authorization, and the application has none: call builder.Services.AddAuthorization().");
        }

        return new MethodAuthorization(provider, data, [.. policies]);
    }

    /// <summary>Lets a call through to its method, or refuses it with a fault.</summary>
    public async ValueTask RunAsync(ServerCall call)
    {
        var http = call.Http;
        var caller = http.User;
        try
        {
            var policy = _combined ?? await CombineAsync().ConfigureAwait(false);
            await AuthorizeAsync(policy, call, http).ConfigureAwait(false);
            await call.Served.Invoke(call).ConfigureAwait(false);
        }
        finally
        {
            if (call.IsEntry)
            {
                // A policy with schemes of its own changes the request's caller; the entries that follow must not inherit that.
                http.User = caller;
            }
        }
    }

    private async ValueTask<AuthorizationPolicy> CombineAsync()
    {
        var policy = await AuthorizationPolicy.CombineAsync(_provider, _data, _policies).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The authorization of the method came to nothing.");
        if (_isCacheable)
        {
            // Two calls may combine at once and come to the same.
            _combined = policy;
        }

        return policy;
    }

    private static async ValueTask AuthorizeAsync(AuthorizationPolicy policy, ServerCall call, HttpContext http)
    {
        var evaluator = http.RequestServices.GetRequiredService<IPolicyEvaluator>();
        var authentication = await evaluator.AuthenticateAsync(policy, http).ConfigureAwait(false);
        var authorization = await evaluator.AuthorizeAsync(policy, authentication, http, resource: call).ConfigureAwait(false);
        if (authorization.Challenged)
        {
            throw new RefusedCallException(XmlRpcFaultCodes.Unauthenticated, "The method needs a caller who has proved who they are.");
        }

        if (authorization.Forbidden)
        {
            throw new RefusedCallException(XmlRpcFaultCodes.Forbidden, "The caller may not call this method.");
        }
    }
}
