namespace Nearcall;

/// <summary>
/// What stands around a result: a whole answer for a single call, an array of one for an entry of a multicall (R66). A fault takes
/// the place of everything that was written since the mark.
/// </summary>
internal static class AnswerFrame
{
    /// <summary>Begins the answer.</summary>
    /// <returns>The mark to go back to if the call fails.</returns>
    public static int Begin(ServerCall call)
    {
        var mark = call.Output.Length;
        var writer = new XmlRpcWriter(call.Output, call.Endpoint.Options.Dialect);
        if (call.IsEntry)
        {
            writer.WriteStartArray();
        }
        else
        {
            writer.WriteStartMethodResponse();
        }

        writer.Flush();
        call.PlaceResult();
        return mark;
    }

    public static void End(ServerCall call)
    {
        var writer = new XmlRpcWriter(call.Output, call.Endpoint.Options.Dialect);
        if (call.IsEntry)
        {
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteEndMethodResponse();
        }

        writer.Flush();
    }

    public static void EndWithFault(ServerCall call, int mark, XmlRpcFault fault)
    {
        call.Output.Truncate(mark);
        var writer = new XmlRpcWriter(call.Output, call.Endpoint.Options.Dialect);
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
}
