namespace Nearcall.StartUp;

/// <summary>Reads the request to its end and answers with what is always the same.</summary>
internal static class BareAnswer
{
    private static readonly byte[] Octets =
        """<?xml version="1.0" encoding="utf-8"?><methodResponse><params><param><value><int>15</int></value></param></params></methodResponse>"""u8
            .ToArray();

    public static async Task WriteAsync(HttpContext context)
    {
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        context.Response.ContentType = "text/xml";
        context.Response.ContentLength = Octets.Length;
        await context.Response.Body.WriteAsync(Octets, context.RequestAborted);
    }
}
