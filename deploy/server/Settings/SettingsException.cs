namespace Nearcall.Server.Settings;

/// <summary>A setting that cannot be used. The message is one line: where it stands, what it is called, what was expected.</summary>
internal sealed class SettingsException(string message) : Exception(message.ReplaceLineEndings(" "));
