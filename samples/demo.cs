// A server and a client in one run, over real HTTP.
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
app.MapXmlRpc("/RPC2", methods =>
{
    methods.Add("add", (int a, int b) => checked(a + b));
    methods.Add("subtract", (int a, int b) => checked(a - b));
    methods.Add("multiply", (int a, int b) => checked(a * b));
    methods.Add("divide", (double a, double b) => b != 0 ? a / b : throw new XmlRpcFaultException(1, "Division by zero"));
});
await app.StartAsync();

using var client = new XmlRpcClient($"{app.Urls.Single()}/RPC2");
Console.WriteLine($"Addition: {await client.CallAsync<int>("add", 10, 5)}");
Console.WriteLine($"Subtraction: {await client.CallAsync<int>("subtract", 10, 5)}");
Console.WriteLine($"Multiplication: {await client.CallAsync<int>("multiply", 10, 5)}");
Console.WriteLine($"Division: {await client.CallAsync("divide", 10, 5)}");

try
{
    Console.WriteLine($"Division by Zero: {await client.CallAsync("divide", 10, 0)}");
}
catch (XmlRpcFaultException fault)
{
    Console.WriteLine($"Division by Zero: Error: {fault.Message}");
}
