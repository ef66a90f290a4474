using System.Globalization;
using System.Text;

namespace Nearcall.Fleet.Server;

/// <summary>
/// Each execution as a line of a file. A line is with the kernel before its call is answered, so that it outlives the process however that
/// ends. A line that a kill cut off belongs to a call that was never answered; it has no end and does not count.
/// </summary>
internal sealed class ExecutionLog(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    private readonly Lock _lock = new();

    public void Write(int id)
    {
        Span<byte> line = stackalloc byte[16];
        var length = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}\n"), line);
        lock (_lock)
        {
            _file.Write(line[..length]);
        }
    }

    public void Dispose() => _file.Dispose();
}
