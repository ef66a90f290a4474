using Microsoft.AspNetCore.Authorization;

namespace Nearcall;

/// <summary>Turns names of policies into what the framework's attributes would say.</summary>
internal static class AuthorizationMetadata
{
    public static void Add(List<object> metadata, ReadOnlySpan<string> policies)
    {
        if (policies.IsEmpty)
        {
            metadata.Add(new AuthorizeAttribute());
        }

        foreach (var policy in policies)
        {
            ArgumentException.ThrowIfNullOrEmpty(policy, nameof(policies));
            metadata.Add(new AuthorizeAttribute(policy));
        }
    }
}
