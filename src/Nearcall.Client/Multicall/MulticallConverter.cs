namespace Nearcall;

/// <summary>Reads the answer of a batch into its entries. It stands for their number, as the answer itself is nothing more.</summary>
/// <typeparam name="TEntry">What an outcome goes to.</typeparam>
/// <param name="entries">The calls of the batch.</param>
/// <param name="dialect">What is accepted.</param>
/// <param name="maxBytes">The greatest size of one outcome.</param>
internal sealed class MulticallConverter<TEntry>(List<TEntry> entries, XmlRpcDialect dialect, long maxBytes = long.MaxValue)
    : XmlRpcConverter<int>
    where TEntry : class, IMulticallOutcome
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

            var start = reader.Position;
            ReadOutcome(ref reader, entries[count]);
            if (reader.Position - start > maxBytes)
            {
                entries[count].Fail(reader.CreateException(
                    FormattableString.Invariant($"The result is larger than {maxBytes} bytes."),
                    rule: null,
                    $"{nameof(XmlRpcLimits)}.{nameof(XmlRpcLimits.MaxBytes)}",
                    XmlRpcFaultCodes.LimitExceeded));
            }

            count++;
        }

        return count == entries.Count
            ? count
            : throw reader.CreateException($"The batch of {entries.Count} calls was answered with {count} outcomes.", "R65");
    }

    /// <summary>Takes the outcome for a result in its wrapping, which it nearly always is, and looks closer only if it is not.</summary>
    private void ReadOutcome(ref XmlRpcReader reader, TEntry entry)
    {
        var start = reader;
        try
        {
            if (reader.PeekKind() == XmlRpcKind.Array)
            {
                reader.ReadStartArray();
                if (reader.ReadNextItem())
                {
                    entry.ReadResult(ref reader);
                    if (!reader.ReadNextItem())
                    {
                        return;
                    }
                }
            }
        }
        catch (XmlRpcFormatException)
        {
            // It may be an array without wrapping, whose items are read otherwise; and if not, the error comes again.
        }

        reader = start;
        ReadAnyOutcome(ref reader, entry);
    }

    /// <summary>
    /// An array of one item is a result in its wrapping, a struct with the two members of a fault is a failure (R66). Any other
    /// value is a bare result, which some servers send. Without wrapping, a result that looks like either cannot be told apart.
    /// </summary>
    private void ReadAnyOutcome(ref XmlRpcReader reader, TEntry entry)
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
