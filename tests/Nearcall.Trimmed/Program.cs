using System.Numerics;
using Nearcall;
using Nearcall.Trimmed;
using Nearcall.Trimmed.Contracts;

// One call of each shape that a trimmer could break, and then the calculator's five lines.
var dialect = XmlRpcDialect.Strict with { WriteNil = true, WriteI8 = true, ReadExtensions = true, WriteExtensions = true };

var url = "";
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddXmlRpc(options => options.Dialect = dialect);
builder.Services.AddXmlRpcClient<ICalculator>(_ => { }).ConfigureHttpClient(http => http.BaseAddress = new Uri(url));

await using var app = builder.Build();
app.Urls.Add("http://127.0.0.1:0");
app.MapXmlRpc("/RPC2", methods =>
{
    methods.AddService(new Calculator()).AddService<Archive>();
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

var archive = client.As<IArchive>();
var first = new Order(Guid.NewGuid(), new DateOnly(1998, 7, 17), State.Open, [new Line("Lamp", 2, 19.5)]);
var order = new Order(Guid.NewGuid(), new DateOnly(1998, 7, 18), State.Sent, [], first) { Delay = TimeSpan.FromMinutes(5) };
var echo = await archive.EchoAsync(order);
await using var octets = await archive.OpenAsync(100_000);
if ((echo.Id, echo.State, echo.Delay, echo.Previous?.Lines[0]) != (order.Id, order.State, order.Delay, first.Lines[0])
    || archive.Describe("one", "two") != (true, "one two", 2)
    || await archive.LinesAsync(1000).LastAsync() != new Line("Article 999", 999, 499.5)
    || await archive.StoreAsync("copy", octets) != 100_000)
{
    Console.Error.WriteLine("A contract's value did not come back as it was sent.");
    return 1;
}

var calculator = client.As<ICalculator>();
Console.WriteLine($"Addition: {await calculator.AddAsync(10, 5)}");
Console.WriteLine($"Subtraction: {await app.Services.GetRequiredService<ICalculator>().SubtractAsync(10, 5)}");
Console.WriteLine($"Multiplication: {calculator.Multiply(10, 5).Value}");
Console.WriteLine($"Division: {calculator.Divide(10, 5):0.0}");
try
{
    calculator.Divide(10, 0);
}
catch (DivisionByZeroException e)
{
    Console.WriteLine($"Division by Zero: Error: {e.Message}");
}

return 0;
