using System.Diagnostics;

namespace Nearcall.Streams;

/// <summary>The server, and the process that it runs in.</summary>
internal static class Server
{
    /// <summary>Lengths of more than 31 bits are what this is about.</summary>
    public static XmlRpcDialect Dialect { get; } = XmlRpcDialect.Strict with { ReadI8 = true, WriteI8 = true };

    public static WebApplication Create()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddXmlRpc(static options => options.Dialect = Dialect);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapXmlRpc("/RPC2", new StreamsService());
        return app;
    }

    /// <summary>Starts this program once more. Its first line is its address; it ends when its input does.</summary>
    public static Process Start()
    {
        var program = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [typeof(Server).Assembly.Location, "serve"]
            : ["serve"];
        return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }
}
