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
    var calculator = client.As<ICalculator>();
    Console.WriteLine($"Addition: {Show(calculator.Add(10, 5))}");
    Console.WriteLine($"Subtraction: {Show(calculator.Subtract(10, 5))}");
    Console.WriteLine($"Multiplication: {Show(calculator.Multiply(10, 5))}");
    Console.WriteLine($"Division: {Show(calculator.Divide(10, 5))}");
    Console.WriteLine($"Division by Zero: {Show(calculator.Divide(10, 0))}");
    return 0;
}
catch (Exception e) when (e is XmlRpcTransportException or XmlRpcFormatException or TimeoutException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

// Servers report a failure in two ways: with a fault, or with a text as the result.
static string Show(XmlRpcResult<XmlRpcValue> answer) =>
    !answer.IsSuccess ? $"Error: {answer.Fault.Text}"
    : answer.Value.TryGetString(out var text) ? text
    : answer.Value.ToString();

/// <summary>The procedures of the server, as methods.</summary>
[XmlRpcService]
internal partial interface ICalculator
{
    [XmlRpcMethod("add")]
    XmlRpcResult<XmlRpcValue> Add(int a, int b);

    [XmlRpcMethod("subtract")]
    XmlRpcResult<XmlRpcValue> Subtract(int a, int b);

    [XmlRpcMethod("multiply")]
    XmlRpcResult<XmlRpcValue> Multiply(int a, int b);

    [XmlRpcMethod("divide")]
    XmlRpcResult<XmlRpcValue> Divide(int a, int b);
}
