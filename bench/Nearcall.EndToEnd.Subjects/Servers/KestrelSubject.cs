namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>
/// The limit: reads the body and answers the octets that a call of <c>add(10, 5)</c> is answered with. Routed, it is one endpoint
/// among the routes as XML-RPC's is; unrouted, it is all that the server does.
/// </summary>
internal sealed class KestrelSubject(bool routed) : ServerSubject
{
    private static readonly byte[] Answer =
        [.. """<?xml version="1.0"?><methodResponse><params><param><value><int>15</int></value></param></params></methodResponse>"""u8];

    public override void Map(WebApplication app)
    {
        if (routed)
        {
            app.MapPost("/RPC2", AnswerAsync);
        }
        else
        {
            app.Run(AnswerAsync);
        }
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var body = context.Request.BodyReader;
        var read = await body.ReadAsync();
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.End);
            read = await body.ReadAsync();
        }

        body.AdvanceTo(read.Buffer.End);
        context.Response.ContentType = "text/xml";
        context.Response.ContentLength = Answer.Length;
        await context.Response.BodyWriter.WriteAsync(Answer);
    }
}
