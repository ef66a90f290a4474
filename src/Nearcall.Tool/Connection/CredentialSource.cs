using Nearcall.Tool.Arguments;

namespace Nearcall.Tool.Connection;

/// <summary>
/// Finds what to prove oneself with: for a user the password of a file, of the environment or of a person; else a token of a file
/// or of the environment. Never of the command line.
/// </summary>
internal sealed class CredentialSource(ToolEnvironment environment, ArgumentFiles files)
{
    private const string PasswordVariable = "NEARCALL_PASSWORD";
    private const string TokenVariable = "NEARCALL_TOKEN";

    public XmlRpcCredentials? Find(string? user, string? passwordFile, string? tokenFile, Redaction redaction)
    {
        if (user is not null && tokenFile is not null)
        {
            throw new UsageException("--user and --token-file exclude each other.");
        }

        if (user is not null)
        {
            return Basic(user, Password(user, passwordFile), redaction);
        }

        if (passwordFile is not null)
        {
            throw new UsageException("--password-file needs --user.");
        }

        var token = tokenFile is null ? environment.GetVariable(TokenVariable) : SecretFile.Read(tokenFile, files);
        return string.IsNullOrEmpty(token) ? null : Bearer(token, redaction);
    }

    private static XmlRpcCredentials Basic(string user, string password, Redaction redaction)
    {
        redaction.AddSecret(password);
        try
        {
            return XmlRpcCredentials.Basic(user, password);
        }
        catch (ArgumentException)
        {
            throw new UsageException("A user name has no colon, and neither it nor a password has control characters.");
        }
    }

    private static XmlRpcCredentials Bearer(string token, Redaction redaction)
    {
        redaction.AddSecret(token);
        try
        {
            return XmlRpcCredentials.Bearer(token);
        }
        catch (ArgumentException)
        {
            throw new UsageException("A token is made of letters, digits and - . _ ~ + / = only.");
        }
    }

    private string Password(string user, string? file)
    {
        if (file is not null)
        {
            return SecretFile.Read(file, files);
        }

        return environment.GetVariable(PasswordVariable)
            ?? environment.AskSecret?.Invoke($"Password of {Output.TerminalText.Line(user)}: ")
            ?? throw new UsageException($"There is no password and nobody to ask for it: set {PasswordVariable} or use --password-file.");
    }
}
