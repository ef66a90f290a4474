// What implementations of XML-RPC test each other with: a calculator, the validator's procedures, the states, an echo.
//
//     dotnet run samples/interop_server.cs --port 8000

#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Nearcall.AspNetCore

using System.Globalization;
using Nearcall;

ushort port = 8000;
if (args is not [] && !(args is ["--port", var number] && ushort.TryParse(number, CultureInfo.InvariantCulture, out port)))
{
    Console.Error.WriteLine("Usage: dotnet run samples/interop_server.cs --port 8000");
    return 3;
}

string[] states =
[
    .. ("Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,Indiana,Iowa,"
    + "Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,"
    + "New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,"
    + "South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming").Split(','),
];

// Everything that a peer may send comes in, and goes out again as it came.
var dialect = XmlRpcDialect.Strict with
{
    AllowDoubleExponent = true, AllowDateDashes = true, AllowDateZone = true, AllowDateFraction = true, AllowUndeclaredPrefix = true,
    ReadExtensions = true, ReadDom = true, ReadSerializable = true, WriteNil = true, WriteI8 = true, WriteExtensions = true,
    WriteDateZone = XmlRpcDateZone.Write, WriteDateFraction = XmlRpcDateFraction.Write,
};

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Warning);
builder.Services.AddXmlRpc(options => options.Dialect = dialect).AddFilter(new ArgumentFilter());

await using var app = builder.Build();
app.Urls.Add($"http://*:{port}");
app.MapXmlRpc("/RPC2", methods =>
{
    methods.Add("add", (XmlRpcValue a, XmlRpcValue b) => Calculate(a, b, (a, b) => checked(a + b), (a, b) => a + b));
    methods.Add("subtract", (XmlRpcValue a, XmlRpcValue b) => Calculate(a, b, (a, b) => checked(a - b), (a, b) => a - b));
    methods.Add("multiply", (XmlRpcValue a, XmlRpcValue b) => Calculate(a, b, (a, b) => checked(a * b), (a, b) => a * b));
    methods.Add("divide", (double a, double b) => b != 0 ? a / b : throw new XmlRpcFaultException(1, "Division by zero"));

    methods.Add("validator1.arrayOfStructsTest", (XmlRpcStruct[] structs) => structs.Sum(item => item["curly"].AsInt32()));
    methods.Add("validator1.countTheEntities", (string text) => new XmlRpcStruct
    {
        ["ctLeftAngleBrackets"] = text.Count('<'), ["ctRightAngleBrackets"] = text.Count('>'),
        ["ctAmpersands"] = text.Count('&'), ["ctApostrophes"] = text.Count('\''), ["ctQuotes"] = text.Count('"'),
    });
    methods.Add("validator1.easyStructTest", (XmlRpcStruct stooges) => SumOfStooges(stooges));
    methods.Add("validator1.echoStructTest", (XmlRpcStruct value) => value);
    methods.Add("validator1.manyTypesTest", (int number, bool truth, string text, double real, XmlRpcDateTime date, byte[] octets) =>
        XmlRpcArray.Create(number, truth, text, real, date, octets));
    methods.Add("validator1.moderateSizeArrayCheck", (string[] items) => items[0] + items[^1]);
    methods.Add("validator1.nestedStructTest", (XmlRpcStruct calendar) => SumOfStooges(calendar["2000"]["04"]["01"]));
    methods.Add("validator1.simpleStructReturnTest", (int number) => checked(new XmlRpcStruct
    {
        ["times10"] = number * 10, ["times100"] = number * 100, ["times1000"] = number * 1000,
    }));

    methods.Add("examples.getStateName", (int number) => State(number)).WithHelp("Gives the name of a state by its number, 1 to 50.");
    methods.Add("examples.getStateNames", (int a, int b, int c, int d) => string.Join('\r', State(a), State(b), State(c), State(d)));
    methods.Add("examples.getStateList", (int[] numbers) => string.Join(',', numbers.Select(State)));
    methods.Add("examples.getStateStruct", (XmlRpcStruct numbers) => string.Join(',', numbers.Values.Select(n => State(n.AsInt32()))));

    methods.Add("interop.echo", (XmlRpcValue value) => value).WithHelp("Gives back its argument, unchanged.");
    methods.Add("interop.fail", () => { throw new XmlRpcFaultException(42, "It failed"); });
    methods.Add("interop.sleep", (int milliseconds, CancellationToken cancellationToken) => Task.Delay(milliseconds, cancellationToken));
});
await app.StartAsync();
Console.WriteLine($"Interop server running on port {new Uri(app.Urls.First()).Port}...");
await app.WaitForShutdownAsync();
return 0;

// Whole numbers stay whole, as they do in Python; with a double among them the result is one.
static XmlRpcValue Calculate(XmlRpcValue a, XmlRpcValue b, Func<long, long, long> whole, Func<double, double, double> real) =>
    !a.TryGetInt64(out var x) || !b.TryGetInt64(out var y) ? real(a.AsDouble(), b.AsDouble())
    : a.Kind == XmlRpcKind.Int && b.Kind == XmlRpcKind.Int ? checked((int)whole(x, y))
    : (XmlRpcValue)whole(x, y);

static int SumOfStooges(XmlRpcValue values) => checked(values["moe"].AsInt32() + values["larry"].AsInt32() + values["curly"].AsInt32());

string State(int number) =>
    number >= 1 && number <= states.Length ? states[number - 1] : throw new XmlRpcFaultException(3, "The number of a state is 1 to 50");

/// <summary>Makes faults of the caller's mistakes: a sum that does not fit, a member that is not there.</summary>
internal sealed class ArgumentFilter : IXmlRpcFilter
{
    public async ValueTask InvokeAsync(XmlRpcCallContext context, XmlRpcDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OverflowException e)
        {
            throw new XmlRpcFaultException(2, e.Message);
        }
        catch (Exception e) when (e is InvalidCastException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException)
        {
            throw new XmlRpcFaultException(3, e.Message);
        }
    }
}
