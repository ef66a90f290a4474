using System.Text.Json;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Nearcall.Server.Settings;

/// <summary>Where settings come from: a file, then the environment, which wins.</summary>
internal static class SettingsSource
{
    public const string Prefix = "NEARCALL_";
    public const string FileVariable = Prefix + "SETTINGS";
    public const string UsualFile = "/etc/nearcall-server/settings.json";

    /// <summary>Opens them.</summary>
    /// <param name="file">The file that the command line names, if it does.</param>
    /// <exception cref="SettingsException">There is no such file, or it is no JSON.</exception>
    public static SettingsReader Open(string? file)
    {
        file ??= Environment.GetEnvironmentVariable(FileVariable);
        if (file is null && File.Exists(UsualFile))
        {
            file = UsualFile;
        }

        var builder = new ConfigurationBuilder();
        if (file is not null)
        {
            builder.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
        }

        builder.AddEnvironmentVariables(Prefix);
        try
        {
            return new SettingsReader(builder.Build(), file ?? "");
        }
        catch (FileNotFoundException)
        {
            throw new SettingsException($"{file}: there is no such file.");
        }
        catch (InvalidDataException e)
        {
            throw new SettingsException($"{file}: {Innermost(e)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{file}: {e.Message}");
        }
    }

    /// <summary>The name of a setting where a provider has it from.</summary>
    public static string NameOf(IConfigurationProvider provider, string key, string file) => provider is EnvironmentVariablesConfigurationProvider
        ? Prefix + key.ToUpperInvariant().Replace(":", "__", StringComparison.Ordinal)
        : $"{file}: {key}";

    private static string Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception is JsonException { LineNumber: { } line } ? $"line {line + 1} is no proper JSON. {exception.Message}" : exception.Message;
    }
}
