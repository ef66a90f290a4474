using System.Buffers;

namespace Nearcall;

/// <summary>An array as the result whose items are sent while they come into being.</summary>
internal static class ItemsResult
{
    public static async ValueTask WriteAsync<TItem>(ServerCall call, IAsyncEnumerable<TItem> items, XmlRpcConverter<TItem> converter)
    {
        call.BeginResult();
        Write(call, "<value><array><data>"u8);
        await foreach (var item in items.WithCancellation(call.CancellationToken).ConfigureAwait(false))
        {
            Write(call, item, converter);
            if (AnswerFlow.IsDue(call))
            {
                await AnswerFlow.SendAsync(call).ConfigureAwait(false);
            }
        }

        Write(call, "</data></array></value>"u8);
        call.EndResult();
    }

    private static void Write<TItem>(ServerCall call, TItem item, XmlRpcConverter<TItem> converter)
    {
        call.Phase = CallPhase.Result;
        var writer = new XmlRpcWriter(call.Output, call.Endpoint.Options.Dialect);
        converter.Write(ref writer, item);
        writer.Flush();
        call.Phase = CallPhase.Work;
    }

    private static void Write(ServerCall call, ReadOnlySpan<byte> markup) => call.Output.Write(markup);
}
