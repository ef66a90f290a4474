using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Nearcall.Server.Telemetry;

/// <summary>
/// One line of JSON for each entry, with the values in it as members and the trace that it belongs to. Under journald the line begins with
/// its priority, which the journal takes off and keeps.
/// </summary>
internal sealed class LogFormatter(TimeProvider time) : ConsoleFormatter(FormatName)
{
    public const string FormatName = "nearcall";

    private static readonly bool IsJournal = Environment.GetEnvironmentVariable("JOURNAL_STREAM") is not null;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow());
            json.WriteString("level", LevelName(logEntry.LogLevel));
            json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            json.WriteString("event", logEntry.EventId.Name);
            json.WriteString("category", logEntry.Category);
            if (Activity.Current is { } activity)
            {
                json.WriteString("traceId", activity.TraceId.ToHexString());
                json.WriteString("spanId", activity.SpanId.ToHexString());
            }

            WriteValues(json, logEntry.State as IEnumerable<KeyValuePair<string, object?>>);
            if (logEntry.Exception is { } exception)
            {
                json.WriteString("exception", exception.ToString());
            }

            json.WriteEndObject();
        }

        if (IsJournal)
        {
            textWriter.Write($"<{Priority(logEntry.LogLevel)}>");
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }

    private static void WriteValues(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>>? values)
    {
        json.WriteStartObject("values");
        foreach (var (name, value) in values ?? [])
        {
            if (name != "{OriginalFormat}")
            {
                json.WriteString(name, FormattableString.Invariant($"{value}"));
            }
        }

        json.WriteEndObject();
    }

    private static string LevelName(LogLevel level) => level switch
    {
        LogLevel.Critical => "critical",
        LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        LogLevel.Information => "information",
        _ => "debug",
    };

    // As syslog numbers them.
    private static int Priority(LogLevel level) => level switch
    {
        LogLevel.Critical => 2,
        LogLevel.Error => 3,
        LogLevel.Warning => 4,
        LogLevel.Information => 6,
        _ => 7,
    };
}
