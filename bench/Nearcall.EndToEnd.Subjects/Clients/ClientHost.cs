using System.Diagnostics;
using System.Globalization;

namespace Nearcall.EndToEnd.Subjects.Clients;

/// <summary>
/// Calls for as many seconds as a line of standard input says, again for each line, and answers a line with the calls and the seconds that
/// they took. Between the lines it does nothing, so whoever writes them can read this process's clock in between.
/// </summary>
internal static class ClientHost
{
    public static async Task RunAsync(ClientSubject client, int callers)
    {
        using (client)
        {
            while (Console.ReadLine() is { } line)
            {
                var seconds = double.Parse(line, CultureInfo.InvariantCulture);
                var start = Stopwatch.GetTimestamp();
                var calls = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => CallAsync(client, start, seconds)));
                var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls.Sum()} {elapsed}"));
            }
        }
    }

    private static async Task<long> CallAsync(ClientSubject client, long start, double seconds)
    {
        var calls = 0L;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            await client.CallAsync();
            calls++;
        }

        return calls;
    }
}
