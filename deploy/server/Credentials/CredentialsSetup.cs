using System.Text.Encodings.Web;

namespace Nearcall.Server.Credentials;

/// <summary>Registers what checks callers, and nothing else: the framework's AddAuthentication would also keep keys for cookies on disk.</summary>
internal static class CredentialsSetup
{
    public static void Add(IServiceCollection services, CallerList callers)
    {
        services.AddSingleton(callers);
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton(UrlEncoder.Default);
        services.AddTransient<CredentialsHandler>();
        services.AddAuthenticationCore(options =>
        {
            options.AddScheme<CredentialsHandler>(CredentialsHandler.SchemeName, displayName: null);
            options.DefaultScheme = CredentialsHandler.SchemeName;
        });
        services.AddAuthorization();
    }
}
