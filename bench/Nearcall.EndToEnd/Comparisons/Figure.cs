using System.Globalization;

namespace Nearcall.EndToEnd.Comparisons;

/// <summary>A figure of a sample, as a column of a table.</summary>
internal sealed record Figure(string Title, Func<Sample, double> Of, Func<double, string> Show)
{
    public static Figure Calls { get; } = new("calls/s", sample => sample.Calls / sample.Seconds, Number);

    public static Figure ServerCpu { get; } = new("server CPU per call", sample => sample.ServerCpuSeconds / sample.Calls, Time);

    public static Figure ClientCpu { get; } = new("client CPU per call", sample => sample.ClientCpuSeconds / sample.Calls, Time);

    public static Figure WallTime { get; } = new("start to exit", sample => sample.Seconds / sample.Calls, Time);

    public static Figure Memory { get; } = new("resident memory", sample => sample.ResidentBytes, Size);

    public static Figure MemoryPerConnection { get; } =
        new("more per connection", sample => (double)(sample.ResidentBytes - sample.ResidentBytesBefore) / sample.Calls, Size);

    private static string Number(double figure) => figure.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(double seconds) => seconds switch
    {
        >= 0.01 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:N1} ms"),
        >= 0.001 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:N2} ms"),
        >= 0.00001 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:N1} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:N2} µs"),
    };

    private static string Size(double bytes) => bytes switch
    {
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N0} MB"),
        >= 1e3 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:N1} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} B"),
    };
}
