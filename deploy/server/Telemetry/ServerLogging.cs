using Microsoft.Extensions.Logging.Console;

namespace Nearcall.Server.Telemetry;

/// <summary>Where log entries go: to standard error, as text for a person at a terminal, else as JSON.</summary>
internal static class ServerLogging
{
    public static void Add(ILoggingBuilder logging, LogLevel level)
    {
        logging.SetMinimumLevel(level);
        logging.AddFilter("Microsoft", level > LogLevel.Warning ? level : LogLevel.Warning);

        // Why the start failed is said in one line, and a stack would not help.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        logging.Services.AddSingleton<ConsoleFormatter, LogFormatter>();
        logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = Console.IsErrorRedirected ? LogFormatter.FormatName : ConsoleFormatterNames.Simple;
        });
    }
}
