// Calls the calculator of rpc_server.cs, or of any other XML-RPC server, as if its procedures were here.
//
//     dotnet run samples/rpc_client.cs http://localhost:8000/RPC2

#:project ../src/Nearcall.Client

using Nearcall;

if (args is not [var url] || !Uri.TryCreate(url, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
{
    Console.Error.WriteLine("Usage: dotnet run samples/rpc_client.cs http://localhost:8000/RPC2");
    return 3;
}

try
{
    using var client = new XmlRpcClient(server, new XmlRpcClientOptions { Timeout = TimeSpan.FromSeconds(10) });
    Console.WriteLine($"Addition: {await CallAsync("add", 10, 5)}");
    Console.WriteLine($"Subtraction: {await CallAsync("subtract", 10, 5)}");
    Console.WriteLine($"Multiplication: {await CallAsync("multiply", 10, 5)}");
    Console.WriteLine($"Division: {await CallAsync("divide", 10, 5)}");
    Console.WriteLine($"Division by Zero: {await CallAsync("divide", 10, 0)}");
    return 0;

    // Servers report a failure in two ways: with a fault, or with a text as the result.
    async Task<string> CallAsync(string method, int a, int b)
    {
        var answer = await client.TryCallAsync(method, a, b);
        return !answer.IsSuccess ? $"Error: {answer.Fault.Text}"
            : answer.Value.TryGetString(out var text) ? text
            : answer.Value.ToString();
    }
}
catch (Exception e) when (e is XmlRpcTransportException or XmlRpcFormatException or TimeoutException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
