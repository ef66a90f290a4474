using Nearcall.StartUp;

// One host, twice: with the endpoint, and with an answer that is ready made. What one takes more than the other is the library's.
if (args is not [var form and ("xml-rpc" or "bare"), var port])
{
    Console.Error.WriteLine("Usage: Nearcall.StartUp.Server xml-rpc|bare PORT");
    return 3;
}

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
if (form == "xml-rpc")
{
    builder.Services.AddXmlRpc();
}

await using var app = builder.Build();
app.Urls.Add($"http://127.0.0.1:{port}");
if (form == "xml-rpc")
{
    app.MapXmlRpc("/RPC2", new Calculator());
}
else
{
    app.MapPost("/RPC2", BareAnswer.WriteAsync);
}

await app.RunAsync();
return 0;
