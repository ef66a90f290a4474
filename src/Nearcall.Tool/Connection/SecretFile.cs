using System.Text;
using Nearcall.Tool.Arguments;

namespace Nearcall.Tool.Connection;

/// <summary>Reads a password or a token from a file: all of its text without the line end behind it.</summary>
internal static class SecretFile
{
    public static string Read(string path, ArgumentFiles files)
    {
        var octets = files.Read(path);
        var text = octets.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? octets.AsSpan(Encoding.UTF8.Preamble.Length) : octets;
        var secret = Encoding.UTF8.GetString(text);
        secret = secret.EndsWith('\n') ? secret[..^1] : secret;
        secret = secret.EndsWith('\r') ? secret[..^1] : secret;
        return secret.Length > 0 ? secret : throw new UsageException($"'{path}' holds no secret: it is empty.");
    }
}
