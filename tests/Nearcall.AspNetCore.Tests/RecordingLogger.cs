using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests;

/// <summary>Keeps what is logged, category by category.</summary>
internal sealed class RecordingLogger : ILoggerProvider
{
    private readonly ConcurrentQueue<LogRecord> _records = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _events = new();

    public IReadOnlyList<LogRecord> Records => [.. _records];

    /// <summary>What the server itself logged.</summary>
    public IReadOnlyList<LogRecord> OfServer => [.. _records.Where(record => record.Category == XmlRpcServerDiagnostics.LogCategory)];

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, this);

    /// <summary>Waits until something was logged.</summary>
    public Task WaitForAsync(string eventName)
    {
        var logged = _events.GetOrAdd(eventName, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return logged.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
    }

    private void Add(LogRecord record)
    {
        _records.Enqueue(record);
        if (record.Event.Name is { } name)
        {
            _events.GetOrAdd(name, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    private sealed class Category(string name, RecordingLogger log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add(new LogRecord(name, logLevel, eventId, formatter(state, exception), exception));
    }
}

internal sealed record LogRecord(string Category, LogLevel Level, EventId Event, string Text, Exception? Exception);
