using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Nearcall.Server.Hosting;

/// <summary>One line for each request in the common log format. What a caller sends must not steer the terminal that shows it.</summary>
internal sealed class RequestLog(TimeProvider time, TextWriter output)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        finally
        {
            await output.WriteLineAsync(Line(context));
        }
    }

    private string Line(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        var client = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        var now = time.GetLocalNow().ToString("dd/MMM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        return $"{client} - - [{now}] \"{request.Method} {Harmless(request.RawTarget)} {request.Protocol}\" {context.Response.StatusCode} -";
    }

    private static string Harmless(string target)
    {
        if (!target.AsSpan().ContainsAnyExceptInRange(' ', '~') && target.AsSpan().IndexOfAny('"', '\\') < 0)
        {
            return target;
        }

        var text = new StringBuilder();
        foreach (var c in target)
        {
            _ = c is >= ' ' and <= '~' and not '"' and not '\\' ? text.Append(c) : text.Append(CultureInfo.InvariantCulture, $@"\x{(int)c:x2}");
        }

        return text.ToString();
    }
}
