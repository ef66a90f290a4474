// Streams between two processes, and says how much memory each of them took beyond what it holds when it does nothing.
//
//     dotnet run --project tests/Nearcall.Streams --configuration Release              32 MB each way, 300,000 structs
//     dotnet run --project tests/Nearcall.Streams --configuration Release -- --full    1 GB each way, 10,000,000 structs
//
// Ends with 1 where something was not what was sent, or a side took 64 MB or more.
using System.Diagnostics;
using System.Globalization;
using Nearcall;
using Nearcall.Streams;

const long Bound = 64L << 20;
if (args is ["serve"])
{
    await using var app = Server.Create();
    await app.StartAsync().ConfigureAwait(false);
    Console.WriteLine(app.Urls.Single());
    await Console.In.ReadToEndAsync().ConfigureAwait(false);
    return 0;
}

var (octets, items) = args is ["--full"] ? (1L << 30, 10_000_000) : (32L << 20, 300_000);
using var server = Server.Start();
var url = (await server.StandardOutput.ReadLineAsync().ConfigureAwait(false))! + "/RPC2";
using var client = new XmlRpcClient(url, new XmlRpcClientOptions { Dialect = Server.Dialect });
var streams = client.As<IStreams>();
var memory = new Memory();
var isGood = true;

// What is made once, such as code and connections, is no part of what a stream takes.
await TakeAllAsync(64 * 1024, 1000).ConfigureAwait(false);
isGood &= await MeasureAsync("1. stream argument ", octets, () => UploadAsync(octets)).ConfigureAwait(false);
isGood &= await MeasureAsync("2. stream result   ", octets, () => DownloadAsync(octets)).ConfigureAwait(false);
isGood &= await MeasureAsync("3. structs one by one", items, () => ListAsync(items)).ConfigureAwait(false);
server.StandardInput.Close();
await server.WaitForExitAsync().ConfigureAwait(false);
Console.WriteLine(isGood ? "good" : "FAILED");
return isGood ? 0 : 1;

async Task TakeAllAsync(long length, int count)
{
    await UploadAsync(length).ConfigureAwait(false);
    await DownloadAsync(length).ConfigureAwait(false);
    await ListAsync(count).ConfigureAwait(false);
}

async Task<bool> UploadAsync(long length) => await streams.UploadAsync(new PatternStream(length)).ConfigureAwait(false) == length;

async Task<bool> DownloadAsync(long length)
{
    await using var stream = await streams.DownloadAsync(length).ConfigureAwait(false);
    return await Pattern.CountAsync(stream, CancellationToken.None).ConfigureAwait(false) == length;
}

async Task<bool> ListAsync(int count)
{
    var number = 0;
    await foreach (var reading in streams.ListAsync(count).ConfigureAwait(false))
    {
        if (reading.Number != number || reading.Value != number / 8.0)
        {
            return false;
        }

        number++;
    }

    return number == count;
}

async Task<bool> MeasureAsync(string what, long count, Func<Task<bool>> work)
{
    await streams.MarkIdleAsync().ConfigureAwait(false);
    memory.MarkIdle();
    var start = Stopwatch.GetTimestamp();
    var isRight = await work().ConfigureAwait(false);
    var time = Stopwatch.GetElapsedTime(start);
    var (ofClient, ofServer) = (memory.PeakAboveIdle, await streams.PeakAboveIdleAsync().ConfigureAwait(false));
    var end = isRight ? "" : "; NOT WHAT WAS SENT";
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what} {count,13:N0}: {time.TotalSeconds,6:0.0} s; above idle: client {ofClient / 1e6,5:0.0} MB, server {ofServer / 1e6,5:0.0} MB{end}"));
    return isRight && ofClient < Bound && ofServer < Bound;
}
