namespace Nearcall.Tool.Connection;

/// <summary>Reads the address of a server from the command line.</summary>
internal static class ServerAddress
{
    public static Uri Parse(string text)
    {
        var address = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Host.Length: > 0 }
            ? uri
            : null;
        if (address is null ? text.Contains('@', StringComparison.Ordinal) : address.UserInfo.Length > 0)
        {
            // Not shown: whoever types a password here should not see it in a log as well.
            throw new UsageException(
                "The address holds a user name or a password, which others can read in the list of processes. Use --user NAME; the "
                + "password comes from a prompt, from NEARCALL_PASSWORD or from --password-file.");
        }

        return address ?? throw new UsageException(
            $"'{text}' is no address of a server. One begins with http:// or https://, as in http://localhost:8000/RPC2.");
    }
}
