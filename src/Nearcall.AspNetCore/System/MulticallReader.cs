using System.Buffers;
using System.Text;

namespace Nearcall;

/// <summary>
/// Takes the calls of a multicall apart. What is malformed as XML or as XML-RPC refuses the whole message; what is well-formed but no
/// proper call refuses that entry alone (R67, R69).
/// </summary>
internal static class MulticallReader
{
    /// <summary>Reads all entries up to the end of the message.</summary>
    /// <param name="context">The multicall as the filters gave it on.</param>
    /// <param name="call">The multicall as the server knows it.</param>
    /// <param name="entries">An array from the pool, which is exchanged for a greater one when needed.</param>
    /// <returns>The number of entries.</returns>
    /// <exception cref="XmlRpcFormatException">The message is malformed, or has too many entries.</exception>
    public static int Read(XmlRpcCallContext context, ServerCall call, ref MulticallEntry[] entries)
    {
        var reader = context.OpenArguments();
        if (!reader.ReadNextParameter())
        {
            throw reader.CreateException("A multicall takes an array of calls, and there is none.", "R65");
        }

        reader.ReadStartArray();
        var count = 0;
        while (reader.ReadNextItem())
        {
            if (count == call.Endpoint.Options.Limits.MaxMulticallEntries)
            {
                throw reader.CreateException(
                    $"The multicall has more than {count} entries.",
                    "R65",
                    $"{nameof(XmlRpcLimits)}.{nameof(XmlRpcLimits.MaxMulticallEntries)}",
                    XmlRpcFaultCodes.LimitExceeded);
            }

            if (count == entries.Length)
            {
                Grow(ref entries);
            }

            entries[count++] = ReadEntry(ref reader, call.Endpoint);
        }

        context.EndArguments(ref reader);
        return count;
    }

    private static MulticallEntry ReadEntry(ref XmlRpcReader reader, XmlRpcEndpoint endpoint)
    {
        var entry = new MulticallEntry { Served = endpoint.Methods.Other, Start = reader.Position };
        if (reader.PeekKind() != XmlRpcKind.Struct)
        {
            reader.Skip();
            Refuse(ref entry, "An entry of a multicall is a struct of methodName and params.");
            return entry;
        }

        var hasName = false;
        var hasParameters = false;
        reader.ReadStartStruct();
        while (reader.ReadNextMember())
        {
            if (reader.MemberNameEquals("methodName"u8))
            {
                ReadName(ref reader, ref entry, endpoint.Methods, ref hasName);
            }
            else if (reader.MemberNameEquals("params"u8))
            {
                ReadParameters(ref reader, ref entry, ref hasParameters);
            }
            else
            {
                reader.Skip();
            }
        }

        Complete(ref entry, endpoint.Options.Dialect, hasName, hasParameters);
        return entry;
    }

    private static void ReadName(ref XmlRpcReader reader, ref MulticallEntry entry, MethodTable methods, ref bool hasName)
    {
        if (!Takes(reader.Dialect, ref entry, isFirst: !hasName, "methodName"))
        {
            reader.Skip();
        }
        else if (reader.TryReadUtf8String(out var utf8Name))
        {
            entry.Served = methods.Find(utf8Name);
            entry.Name = ReferenceEquals(entry.Served, methods.Other) ? Encoding.UTF8.GetString(utf8Name) : null;
            hasName = true;
        }
        else if (reader.PeekKind() == XmlRpcKind.String)
        {
            var name = reader.ReadString();
            entry.Served = methods.Find(name);
            entry.Name = ReferenceEquals(entry.Served, methods.Other) ? name : null;
            hasName = true;
        }
        else
        {
            reader.Skip();
            Refuse(ref entry, "The methodName of an entry is a string.");
        }
    }

    private static void ReadParameters(ref XmlRpcReader reader, ref MulticallEntry entry, ref bool hasParameters)
    {
        if (Takes(reader.Dialect, ref entry, isFirst: !hasParameters, "params"))
        {
            if (reader.PeekKind() != XmlRpcKind.Array)
            {
                Refuse(ref entry, "The params of an entry are an array.");
            }

            entry.Parameters = reader.CurrentState.Discard(entry.Start);
            hasParameters = true;
        }

        reader.Skip();
    }

    private static void Complete(ref MulticallEntry entry, XmlRpcDialect dialect, bool hasName, bool hasParameters)
    {
        if (!hasName)
        {
            Refuse(ref entry, "The entry has no methodName.");
            return;
        }

        if (entry.Served.IsStreamed)
        {
            Refuse(ref entry, FaultText.StreamInMulticall);
        }

        if (hasParameters)
        {
            return;
        }

        if (dialect.AllowMulticallWithoutParams)
        {
            entry.HasNoParameters = true;
        }
        else
        {
            Refuse(ref entry, "The entry has no params.");
        }
    }

    /// <summary>Says whether a member counts, going by what the dialect makes of a second one of its name (R36).</summary>
    private static bool Takes(XmlRpcDialect dialect, ref MulticallEntry entry, bool isFirst, string member)
    {
        if (!isFirst && dialect.DuplicateMembers == XmlRpcDuplicateMembers.Refuse)
        {
            Refuse(ref entry, $"The entry has a second {member}.");
        }

        return isFirst || dialect.DuplicateMembers == XmlRpcDuplicateMembers.KeepLast;
    }

    private static void Refuse(ref MulticallEntry entry, string problem) =>
        entry.Refusal ??= new XmlRpcFault(XmlRpcFaultCodes.InvalidParameters, problem);

    private static void Grow(ref MulticallEntry[] entries)
    {
        var larger = ArrayPool<MulticallEntry>.Shared.Rent(entries.Length * 2);
        entries.CopyTo(larger, 0);
        ArrayPool<MulticallEntry>.Shared.Return(entries, clearArray: true);
        entries = larger;
    }
}
