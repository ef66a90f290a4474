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
    methods.AddService(new Arithmetic()).AddService(new Validator()).AddService(new States()).AddService(new Interop()));
await app.StartAsync();
Console.WriteLine($"Interop server running on port {new Uri(app.Urls.First()).Port}...");
await app.WaitForShutdownAsync();
return 0;

[XmlRpcService(Naming = XmlRpcNaming.CamelCase)]
internal sealed partial class Arithmetic
{
    [XmlRpcMethod]
    public XmlRpcValue Add(XmlRpcValue a, XmlRpcValue b) => Calculate(a, b, (a, b) => checked(a + b), (a, b) => a + b);

    [XmlRpcMethod]
    public XmlRpcValue Subtract(XmlRpcValue a, XmlRpcValue b) => Calculate(a, b, (a, b) => checked(a - b), (a, b) => a - b);

    [XmlRpcMethod]
    public XmlRpcValue Multiply(XmlRpcValue a, XmlRpcValue b) => Calculate(a, b, (a, b) => checked(a * b), (a, b) => a * b);

    [XmlRpcMethod]
    public double Divide(double a, double b) => b != 0 ? a / b : throw new XmlRpcFaultException(1, "Division by zero");

    // Whole numbers stay whole, as they do in Python; with a double among them the result is one.
    private static XmlRpcValue Calculate(XmlRpcValue a, XmlRpcValue b, Func<long, long, long> whole, Func<double, double, double> real) =>
        !a.TryGetInt64(out var x) || !b.TryGetInt64(out var y) ? real(a.AsDouble(), b.AsDouble())
        : a.Kind == XmlRpcKind.Int && b.Kind == XmlRpcKind.Int ? checked((int)whole(x, y))
        : (XmlRpcValue)whole(x, y);
}

[XmlRpcService("validator1", Naming = XmlRpcNaming.CamelCase)]
internal sealed partial class Validator
{
    [XmlRpcMethod]
    public int ArrayOfStructsTest(Stooges[] structs) => structs.Sum(item => item.Curly);

    [XmlRpcMethod]
    public Entities CountTheEntities(string text) =>
        new(text.Count('<'), text.Count('>'), text.Count('&'), text.Count('\''), text.Count('"'));

    [XmlRpcMethod]
    public int EasyStructTest(Stooges stooges) => stooges.Sum();

    [XmlRpcMethod]
    public XmlRpcStruct EchoStructTest(XmlRpcStruct value) => value;

    [XmlRpcMethod]
    public (int, bool, string, double, XmlRpcDateTime, byte[]) ManyTypesTest(
        int number, bool truth, string text, double real, XmlRpcDateTime date, byte[] octets) => (number, truth, text, real, date, octets);

    [XmlRpcMethod]
    public string ModerateSizeArrayCheck(string[] items) => items[0] + items[^1];

    // Years of months of days; only one day has stooges.
    [XmlRpcMethod]
    public int NestedStructTest(Dictionary<string, Dictionary<string, Dictionary<string, XmlRpcStruct>>> calendar)
    {
        var day = calendar["2000"]["04"]["01"];
        return new Stooges(day["moe"].AsInt32(), day["larry"].AsInt32(), day["curly"].AsInt32()).Sum();
    }

    [XmlRpcMethod]
    public Products SimpleStructReturnTest(int number) => checked(new(number * 10, number * 100, number * 1000));
}

[XmlRpcStruct(Naming = XmlRpcNaming.CamelCase)]
internal sealed record Stooges(int Moe, int Larry, int Curly)
{
    public int Sum() => checked(Moe + Larry + Curly);
}

[XmlRpcStruct(Naming = XmlRpcNaming.CamelCase)]
internal sealed record Entities(int CtLeftAngleBrackets, int CtRightAngleBrackets, int CtAmpersands, int CtApostrophes, int CtQuotes);

[XmlRpcStruct(Naming = XmlRpcNaming.CamelCase)]
internal sealed record Products(int Times10, int Times100, int Times1000);

[XmlRpcService("examples", Naming = XmlRpcNaming.CamelCase)]
internal sealed partial class States
{
    private static readonly string[] Names =
        ("Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,Indiana,Iowa,"
        + "Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,"
        + "New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,"
        + "South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming").Split(',');

    /// <summary>Gives the name of a state by its number, 1 to 50.</summary>
    [XmlRpcMethod]
    public string GetStateName(int number) =>
        number >= 1 && number <= Names.Length ? Names[number - 1] : throw new XmlRpcFaultException(3, "The number of a state is 1 to 50");

    [XmlRpcMethod]
    public string GetStateNames(int a, int b, int c, int d) => string.Join('\r', new[] { a, b, c, d }.Select(GetStateName));

    [XmlRpcMethod]
    public string GetStateList(int[] numbers) => string.Join(',', numbers.Select(GetStateName));

    [XmlRpcMethod]
    public string GetStateStruct(Dictionary<string, int> numbers) => string.Join(',', numbers.Values.Select(GetStateName));
}

[XmlRpcService("interop", Naming = XmlRpcNaming.CamelCase)]
internal sealed partial class Interop
{
    /// <summary>Gives back its argument, unchanged.</summary>
    [XmlRpcMethod]
    public XmlRpcValue Echo(XmlRpcValue value) => value;

    [XmlRpcMethod]
    public void Fail() => throw new XmlRpcFaultException(42, "It failed");

    [XmlRpcMethod]
    public Task Sleep(int milliseconds, CancellationToken cancellationToken) => Task.Delay(milliseconds, cancellationToken);
}

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
