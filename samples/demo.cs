// A server and a client in one run, over real HTTP, with one interface between them.
//
//     dotnet run samples/demo.cs

#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Nearcall.AspNetCore
#:project ../src/Nearcall.Client

using Nearcall;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddXmlRpc();

await using var app = builder.Build();
app.Urls.Add("http://127.0.0.1:0");
app.MapXmlRpc("/RPC2", new Calculator());
await app.StartAsync();

using var client = new XmlRpcClient($"{app.Urls.Single()}/RPC2");
var calculator = client.As<ICalculator>();
Console.WriteLine($"Addition: {calculator.Add(10, 5)}");
Console.WriteLine($"Subtraction: {calculator.Subtract(10, 5)}");
Console.WriteLine($"Multiplication: {calculator.Multiply(10, 5)}");
Console.WriteLine($"Division: {calculator.Divide(10, 5):0.0###}");

try
{
    Console.WriteLine($"Division by Zero: {calculator.Divide(10, 0)}");
}
catch (DivisionByZeroException e)
{
    Console.WriteLine($"Division by Zero: Error: {e.Message}");
}

[XmlRpcService]
public partial interface ICalculator
{
    [XmlRpcMethod("add")] int Add(int a, int b);
    [XmlRpcMethod("subtract")] int Subtract(int a, int b);
    [XmlRpcMethod("multiply")] int Multiply(int a, int b);
    [XmlRpcMethod("divide")] double Divide(double a, double b);
}

[XmlRpcService]
public partial class Calculator : ICalculator
{
    public int Add(int a, int b) => checked(a + b);
    public int Subtract(int a, int b) => checked(a - b);
    public int Multiply(int a, int b) => checked(a * b);
    public double Divide(double a, double b) => b != 0 ? a / b : throw new DivisionByZeroException("Division by zero");
}

[XmlRpcFault(1)]
public sealed class DivisionByZeroException(string message) : Exception(message);
