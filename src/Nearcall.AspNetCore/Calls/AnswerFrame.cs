using System.Buffers;

namespace Nearcall;

/// <summary>
/// What stands around a result: a whole answer for a single call, an array of one for an entry of a multicall (R66). A fault takes
/// the place of everything that was written since the mark.
/// </summary>
/// <remarks>The frames of one dialect never differ, so that they are written once and copied.</remarks>
internal sealed class AnswerFrame
{
    private readonly XmlRpcDialect _dialect;
    private readonly byte[] _start;
    private readonly byte[] _end;
    private readonly byte[] _entryStart;
    private readonly byte[] _entryEnd;

    public AnswerFrame(XmlRpcDialect dialect)
    {
        _dialect = dialect;
        _start = Write(static (ref XmlRpcWriter writer) => writer.WriteStartMethodResponse());
        _end = Write(static (ref XmlRpcWriter writer) => writer.WriteEndMethodResponse());
        _entryStart = Write(static (ref XmlRpcWriter writer) => writer.WriteStartArray());
        _entryEnd = Write(static (ref XmlRpcWriter writer) => writer.WriteEndArray());
    }

    private delegate void Part(ref XmlRpcWriter writer);

    /// <summary>Begins the answer.</summary>
    /// <returns>The mark to go back to if the call fails.</returns>
    public int Begin(ServerCall call)
    {
        var mark = call.Output.Length;
        call.Output.Append(call.IsEntry ? _entryStart : _start);
        call.PlaceResult();
        return mark;
    }

    public void End(ServerCall call) => call.Output.Append(call.IsEntry ? _entryEnd : _end);

    public void EndWithFault(ServerCall call, int mark, XmlRpcFault fault)
    {
        call.Output.Truncate(mark);
        var writer = new XmlRpcWriter(call.Output, _dialect);
        if (call.IsEntry)
        {
            writer.WriteFaultValue(fault);
        }
        else
        {
            writer.WriteFaultResponse(fault);
        }

        writer.Flush();
    }

    private byte[] Write(Part part)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new XmlRpcWriter(output, _dialect);
        part(ref writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }
}
