using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests;

/// <summary>Keeps what is logged, category by category.</summary>
internal sealed class RecordingLogger : ILoggerProvider
{
    private readonly ConcurrentQueue<LogRecord> _records = new();

    public IReadOnlyList<LogRecord> Records => [.. _records];

    /// <summary>What the server itself logged.</summary>
    public IReadOnlyList<LogRecord> OfServer => [.. _records.Where(record => record.Category == XmlRpcServerDiagnostics.LogCategory)];

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, _records);

    public void Dispose()
    {
    }

    private sealed class Category(string name, ConcurrentQueue<LogRecord> records) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            records.Enqueue(new LogRecord(name, logLevel, eventId, formatter(state, exception), exception));
    }
}

internal sealed record LogRecord(string Category, LogLevel Level, EventId Event, string Text, Exception? Exception);
