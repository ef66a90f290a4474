namespace Nearcall;

/// <summary>Reads the answer of a batch into its entries. It stands for their number, as the answer itself is nothing more.</summary>
internal sealed class MulticallConverter(List<XmlRpcMulticallEntry> entries, XmlRpcDialect dialect) : XmlRpcConverter<int>
{
    public override int Read(ref XmlRpcReader reader)
    {
        try
        {
            return ReadOutcomes(ref reader);
        }
        catch
        {
            // Where one outcome is missing or too many, no other can be trusted to stand in its place.
            entries.ForEach(static entry => entry.Forget());
            throw;
        }
    }

    public override void Write(ref XmlRpcWriter writer, int value) =>
        throw new NotSupportedException("The answer of a batch is read, never written.");

    private int ReadOutcomes(ref XmlRpcReader reader)
    {
        reader.ReadStartArray();
        var count = 0;
        while (reader.ReadNextItem())
        {
            if (count == entries.Count)
            {
                throw reader.CreateException($"The batch of {entries.Count} calls was answered with more outcomes.", "R65");
            }

            ReadOutcome(ref reader, entries[count++]);
        }

        return count == entries.Count
            ? count
            : throw reader.CreateException($"The batch of {entries.Count} calls was answered with {count} outcomes.", "R65");
    }

    /// <summary>
    /// An array of one item is a result in its wrapping, a struct with the two members of a fault is a failure (R66). Any other
    /// value is a bare result, which some servers send. Without wrapping, a result that looks like either cannot be told apart.
    /// </summary>
    private void ReadOutcome(ref XmlRpcReader reader, XmlRpcMulticallEntry entry)
    {
        var start = reader;
        try
        {
            var kind = reader.PeekKind();
            if (kind == XmlRpcKind.Array && IsWrapped(reader))
            {
                reader.ReadStartArray();
                reader.ReadNextItem();
                entry.ReadResult(ref reader);
                reader.ReadNextItem();
            }
            else if (kind == XmlRpcKind.Struct && IsFault(reader))
            {
                entry.Fail(reader.ReadFault());
            }
            else if (dialect.AllowBareMulticallResults)
            {
                entry.ReadResult(ref reader);
            }
            else
            {
                throw reader.CreateException(
                    "The outcome of a call in a batch is an array of one item or a fault.",
                    "R66",
                    $"XmlRpcDialect.{nameof(XmlRpcDialect.AllowBareMulticallResults)}");
            }
        }
        catch (XmlRpcFormatException e)
        {
            // Only this one is lost, if the text itself is sound; if it is not, skipping throws.
            reader = start;
            reader.Skip();
            entry.Fail(e);
        }
    }

    private static bool IsWrapped(XmlRpcReader probe)
    {
        probe.ReadStartArray();
        if (!probe.ReadNextItem())
        {
            return false;
        }

        probe.Skip();
        return !probe.ReadNextItem();
    }

    private bool IsFault(XmlRpcReader probe)
    {
        var members = 0;
        var hasCode = false;
        var hasText = false;
        probe.ReadStartStruct();
        while (probe.ReadNextMember())
        {
            members++;
            hasCode |= probe.MemberNameEquals("faultCode"u8);
            hasText |= probe.MemberNameEquals("faultString"u8);
            probe.Skip();
        }

        // A failure taken for a result would be worse than the reverse, so further members do not make it one.
        return (hasCode && hasText) || (members == 1 && (hasCode || hasText) && dialect.AllowFaultWithoutString);
    }
}
