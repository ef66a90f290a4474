using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>Reads requests from a connection.</summary>
internal sealed class StubInput(Stream stream, CancellationToken stop)
{
    private readonly List<byte> _buffer = [];

    public async Task<StubRequest?> ReadRequestAsync()
    {
        if (await ReadToAsync("\r\n\r\n") is not { } head)
        {
            return null;
        }

        var request = new StubRequest(Encoding.ASCII.GetString(head).TrimEnd(), []);
        return request with
        {
            Body = request.Header("Transfer-Encoding") == "chunked"
                ? await ReadChunksAsync()
                : await TakeAsync(int.Parse(request.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture)),
        };
    }

    private async Task<byte[]> ReadChunksAsync()
    {
        var body = new List<byte>();
        while (true)
        {
            var line = Encoding.ASCII.GetString((await ReadToAsync("\r\n"))!).Trim();
            var size = int.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.AddRange(await TakeAsync(size));
            await TakeAsync(2);
            if (size == 0)
            {
                return [.. body];
            }
        }
    }

    private async Task<byte[]?> ReadToAsync(string end)
    {
        int index;
        while ((index = CollectionsMarshal.AsSpan(_buffer).IndexOf(Encoding.ASCII.GetBytes(end))) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        return await TakeAsync(index + end.Length);
    }

    private async Task<byte[]> TakeAsync(int count)
    {
        while (_buffer.Count < count)
        {
            if (!await FillAsync())
            {
                throw new IOException("The request was cut short.");
            }
        }

        var taken = _buffer[..count].ToArray();
        _buffer.RemoveRange(0, count);
        return taken;
    }

    private async Task<bool> FillAsync()
    {
        var octets = new byte[16384];
        var count = await stream.ReadAsync(octets, stop);
        _buffer.AddRange(octets.AsSpan(0, count));
        return count > 0;
    }
}
