using System.Buffers;

namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>The limit of an echo: the body goes back as it came, and nobody looks into it.</summary>
internal sealed class KestrelOctetsSubject : ServerSubject
{
    public override void Map(WebApplication app) => app.MapPost("/RPC2", EchoAsync);

    // A server knows the length of its answer before it sends it, so the body is complete before the first octet goes back.
    private static async Task EchoAsync(HttpContext context)
    {
        var body = context.Request.BodyReader;
        var read = await body.ReadAsync();
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await body.ReadAsync();
        }

        context.Response.ContentType = "text/xml";
        context.Response.ContentLength = read.Buffer.Length;
        foreach (var segment in read.Buffer)
        {
            context.Response.BodyWriter.Write(segment.Span);
        }

        body.AdvanceTo(read.Buffer.End);
        await context.Response.BodyWriter.FlushAsync();
    }
}
