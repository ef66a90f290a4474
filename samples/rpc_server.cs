// A calculator that any XML-RPC client can call. It serves many calls at once, until Ctrl+C.
//
//     dotnet run samples/rpc_server.cs --port 8000

#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Nearcall.AspNetCore

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using Nearcall;

ushort port = 8000;
if (args is not [] && !(args is ["--port", var number] && ushort.TryParse(number, CultureInfo.InvariantCulture, out port)))
{
    Console.Error.WriteLine("Usage: dotnet run samples/rpc_server.cs --port 8000");
    return 3;
}

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Warning);
builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // Why the start failed is said below, in one line.
builder.Services.AddXmlRpc().AddFilter(new OverflowFilter());

await using var app = builder.Build();
app.Urls.Add($"http://*:{port}");
app.Use(LogRequestAsync);
app.MapXmlRpc("/RPC2", new Calculator());

try
{
    await app.StartAsync();
}
catch (IOException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

Console.WriteLine($"RPC Server running on port {new Uri(app.Urls.First()).Port}...");
await app.WaitForShutdownAsync();
return 0;

// One line in the common log format. What a client sends must not steer the terminal that shows it.
async Task LogRequestAsync(HttpContext context, RequestDelegate next)
{
    await next(context);
    var address = context.Connection.RemoteIpAddress;
    var client = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    var time = TimeProvider.System.GetLocalNow().ToString("dd/MMM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);
    var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
    var target = Regex.Replace(request.RawTarget, @"[\x00-\x1f\x7f-\x9f""\\]", c => $@"\x{(int)c.Value[0]:x2}");
    Console.WriteLine($"{client} - - [{time}] \"{request.Method} {target} {request.Protocol}\" {context.Response.StatusCode} -");
}

/// <summary>The procedures. One object serves all calls, many at once.</summary>
[XmlRpcService]
internal sealed partial class Calculator
{
    /// <summary>Adds two numbers.</summary>
    [XmlRpcMethod("add", Idempotent = true)]
    public int Add(int a, int b) => checked(a + b);

    /// <summary>Subtracts the second number from the first.</summary>
    [XmlRpcMethod("subtract", Idempotent = true)]
    public int Subtract(int a, int b) => checked(a - b);

    /// <summary>Multiplies two numbers.</summary>
    [XmlRpcMethod("multiply", Idempotent = true)]
    public int Multiply(int a, int b) => checked(a * b);

    /// <summary>Divides the first number by the second.</summary>
    [XmlRpcMethod("divide", Idempotent = true)]
    public double Divide(double a, double b) => b != 0 ? a / b : throw new XmlRpcFaultException(1, "Division by zero");
}

internal sealed class OverflowFilter : IXmlRpcFilter
{
    public async ValueTask InvokeAsync(XmlRpcCallContext context, XmlRpcDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OverflowException)
        {
            throw new XmlRpcFaultException(2, "The result does not fit into 32 bits");
        }
    }
}
