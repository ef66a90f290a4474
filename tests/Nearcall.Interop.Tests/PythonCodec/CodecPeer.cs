using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.PythonCodec;

/// <summary>Python's <c>loads</c> and <c>dumps</c>, for many values at once.</summary>
internal sealed class CodecPeer : IDisposable
{
    private readonly Process _process;

    public CodecPeer()
    {
        var start = PythonPeer.Command("codec.py");
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        _process = Process.Start(start)!;
    }

    /// <summary>What Python reads in a message that holds an array of doubles.</summary>
    public async Task<double[]> ReadDoublesAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var octets = await AskAsync('d', message, cancellationToken);
        return [.. octets.Chunk(sizeof(double)).Select(bits => BinaryPrimitives.ReadDoubleBigEndian(bits))];
    }

    /// <summary>The message that Python writes for an array of doubles.</summary>
    public Task<byte[]> WriteDoublesAsync(double[] values, CancellationToken cancellationToken)
    {
        var octets = new byte[values.Length * sizeof(double)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteDoubleBigEndian(octets.AsSpan(i * sizeof(double)), values[i]);
        }

        return AskAsync('D', octets, cancellationToken);
    }

    /// <summary>What Python reads in a message that holds an array of strings.</summary>
    public async Task<string[]> ReadStringsAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetString(await AskAsync('s', message, cancellationToken)).Split('\0');

    /// <summary>The message that Python writes for an array of strings.</summary>
    public Task<byte[]> WriteStringsAsync(string[] values, CancellationToken cancellationToken) =>
        AskAsync('S', Encoding.UTF8.GetBytes(string.Join('\0', values)), cancellationToken);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<byte[]> AskAsync(char kind, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var frame = new byte[5 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, content.Length + 1);
        frame[4] = (byte)kind;
        content.CopyTo(frame.AsMemory(5));
        var input = _process.StandardInput.BaseStream;
        await input.WriteAsync(frame, cancellationToken);
        await input.FlushAsync(cancellationToken);

        var output = _process.StandardOutput.BaseStream;
        var length = new byte[4];
        await output.ReadExactlyAsync(length, cancellationToken);
        var answer = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
        await output.ReadExactlyAsync(answer, cancellationToken);
        return answer;
    }
}
