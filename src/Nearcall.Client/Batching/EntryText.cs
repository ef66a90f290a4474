using System.Buffers;

namespace Nearcall;

/// <summary>A call as an entry of <c>system.multicall</c>, and back again as a call that goes by itself.</summary>
internal static class EntryText
{
    private static ReadOnlySpan<byte> Opening => "<value>"u8;

    private static ReadOnlySpan<byte> Closing => "</value>"u8;

    /// <summary>Writes the arguments of a call behind its name, as the entry of a batch.</summary>
    public static void Write(PooledBuffer buffer, string method, ReadOnlySpan<XmlRpcValue> arguments, XmlRpcDialect dialect)
    {
        var writer = new XmlRpcWriter(buffer, dialect);
        writer.WriteStartEntry(method);
        foreach (ref readonly var argument in arguments)
        {
            writer.WriteStartParameter();
            writer.WriteValue(argument);
            writer.WriteEndParameter();
        }

        writer.WriteEndEntry();
        writer.Flush();
    }

    /// <summary>Writes entries as one call of <c>system.multicall</c>.</summary>
    public static void WriteBatch(PooledBuffer buffer, IReadOnlyList<BatchedCall> calls, ReadOnlySpan<byte> entries, XmlRpcDialect dialect)
    {
        var writer = new XmlRpcWriter(buffer, dialect);
        writer.WriteStartMethodCall(XmlRpcMulticall.MethodName);
        writer.WriteStartParameter();
        writer.WriteStartArray();
        writer.Flush();
        foreach (var call in calls)
        {
            buffer.Write(entries.Slice(call.Start, call.Length));
        }

        writer.WriteEndArray();
        writer.WriteEndParameter();
        writer.WriteEndMethodCall();
        writer.Flush();
    }

    /// <summary>Writes an entry as a call of its own. What is read is what <see cref="Write"/> wrote, so no other form is known here.</summary>
    public static void WriteCall(PooledBuffer buffer, string method, ReadOnlySpan<byte> entry, XmlRpcDialect dialect)
    {
        var writer = new XmlRpcWriter(buffer, dialect);
        writer.WriteStartMethodCall(method);

        // Behind the first array of the entry stand its parameters: no name of a method can hold this text unescaped.
        var rest = entry[(entry.IndexOf("<array><data>"u8) + "<array><data>"u8.Length)..];
        while (rest.StartsWith(Opening))
        {
            var length = LengthOfValue(rest);
            writer.WriteStartParameter();
            writer.Flush();
            buffer.Write(rest[..length]);
            writer.WriteEndParameter();
            rest = rest[length..];
        }

        writer.WriteEndMethodCall();
        writer.Flush();
    }

    // Each value has a start and an end tag, and in what stands between them brackets are escaped.
    private static int LengthOfValue(ReadOnlySpan<byte> text)
    {
        var position = Opening.Length;
        var depth = 1;
        while (depth > 0)
        {
            position += text[position..].IndexOf((byte)'<');
            if (text[position..].StartsWith(Closing))
            {
                depth--;
            }
            else if (text[position..].StartsWith(Opening))
            {
                depth++;
            }

            position++;
        }

        return position - 1 + Closing.Length;
    }
}
