namespace Nearcall.EndToEnd.Load;

/// <summary>
/// A load of a known number of requests over HTTP/1.1, for calls that take long: at the end of a load by time, work is under way that no
/// answer is counted for. The number follows from the run before.
/// </summary>
/// <param name="connections">How many requests are open at once.</param>
/// <param name="body">What is posted.</param>
/// <param name="kind">Loads of one kind ask for the same code, so that one of them warms up the server for all.</param>
internal sealed class CountedLoad(int connections, Body body, string? kind = null) : H2Load(connections, 1, body, http2: false)
{
    private const int FirstRequests = 8;

    private double _perSecond;

    public override object Kind => kind ?? (object)Body;

    public override async Task TouchAsync(Uri url, int? core) => await RunAsync(url, 0.1, core);

    public override async Task<LoadResult> RunAsync(Uri url, double seconds, int? core)
    {
        var result = await CountAsync(url, _perSecond == 0 ? FirstRequests : (long)(_perSecond * seconds), core);
        _perSecond = result.Requests / result.Seconds;
        return result;
    }
}
