using System.Numerics;
using Nearcall;

// One call of each shape that a trimmer could break, and then the calculator's five lines.
var dialect = XmlRpcDialect.Strict with { WriteNil = true, WriteI8 = true, ReadExtensions = true, WriteExtensions = true };

var url = "";
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddXmlRpc(options => options.Dialect = dialect);
builder.Services.AddXmlRpcClient(_ => { }).ConfigureHttpClient(http => http.BaseAddress = new Uri(url));

await using var app = builder.Build();
app.Urls.Add("http://127.0.0.1:0");
app.MapXmlRpc("/RPC2", methods =>
{
    methods.Add("add", (int a, int b) => checked(a + b));
    methods.Add("subtract", (int a, int b) => checked(a - b));
    methods.Add("multiply", (int a, int b) => checked(a * b));
    methods.Add("divide", (double a, double b) => b != 0 ? a / b : throw new XmlRpcFaultException(1, "Division by zero"));
    methods.Add("echo", async (XmlRpcValue value) => { await Task.Yield(); return value; });
    methods.Add("names", (Dictionary<string, int> numbers) => numbers.Keys.ToList());
});
await app.StartAsync();

url = $"{app.Urls.Single()}/RPC2";
using var client = new XmlRpcClient(url, new XmlRpcClientOptions { Dialect = dialect });

XmlRpcStruct everything = new()
{
    ["numbers"] = XmlRpcArray.Create(1, 2L, 3.5, new BigInteger(4), 5.5m, XmlRpcValue.I1(6), XmlRpcValue.I2(7), XmlRpcValue.Float(8)),
    ["texts"] = XmlRpcArray.Create("text", true, XmlRpcValue.Nil, new byte[] { 1, 2 }, new XmlRpcDateTime(1998, 7, 17, 14, 8, 55)),
};
if (await client.CallAsync("echo", everything) != everything
    || await client.CallAsync<int?>("echo", XmlRpcValue.Nil) is not null
    || await client.CallAsync<List<string>>("names", new XmlRpcStruct { ["one"] = 1, ["two"] = 2 }) is not ["one", "two"]
    || client.Call<double[]>("echo", XmlRpcArray.Create(1.5, 2.5)) is not [1.5, 2.5]
    || (await client.Introspection.ListMethodsAsync()).Count < 6)
{
    Console.Error.WriteLine("A value did not come back as it was sent.");
    return 1;
}

var batch = client.Multicall();
var (sum, quotient) = (batch.Add<int>("add", 10, 5), batch.Add<double>("divide", 10, 0));
await batch.SendAsync();

Console.WriteLine($"Addition: {sum.Value}");
Console.WriteLine($"Subtraction: {await app.Services.GetRequiredService<XmlRpcClient>().CallAsync<int>("subtract", 10, 5)}");
Console.WriteLine($"Multiplication: {client.Call<int>("multiply", 10, 5)}");
Console.WriteLine($"Division: {await client.CallAsync("divide", 10, 5)}");
Console.WriteLine($"Division by Zero: Error: {quotient.Result.Fault?.Text}");
return 0;
