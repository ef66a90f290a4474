namespace Nearcall.Server.Hosting;

internal static partial class ServerLog
{
    [LoggerMessage(121, LogLevel.Information, "Not ready any more. Calls are taken for {Seconds} s yet.", EventName = "Draining")]
    public static partial void Draining(ILogger logger, double seconds);

    [LoggerMessage(122, LogLevel.Information, "No more calls are taken. Those that were are answered.", EventName = "Stopping")]
    public static partial void Stopping(ILogger logger);

    [LoggerMessage(123, LogLevel.Information, "Everything that was taken has been answered.", EventName = "Stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(124, LogLevel.Warning, "Calls were cut off: they were not answered within the {Seconds} s that Stop:Within left them.", EventName = "CutShort")]
    public static partial void CutShort(ILogger logger, double seconds);
}
