// Puts a server through the eight procedures of the XML-RPC validator, as interop_server.cs offers them.
//
//     dotnet run samples/validator_client.cs http://localhost:8000/RPC2

#:project ../src/Nearcall.Client

using Nearcall;

if (args is not [var url] || !Uri.TryCreate(url, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
{
    Console.Error.WriteLine("Usage: dotnet run samples/validator_client.cs http://localhost:8000/RPC2");
    return 3;
}

using var client = new XmlRpcClient(server, new XmlRpcClientOptions { Timeout = TimeSpan.FromSeconds(30) });
var validator = client.As<IValidator>();
var random = new Random(1998);
var failures = 0;

try
{
    Stooges[] structs = [.. Enumerable.Range(0, 20).Select(_ => Random())];
    Check("arrayOfStructsTest", structs.Sum(item => item.Curly), () => validator.ArrayOfStructsTest(structs));

    var text = new string(random.GetItems("<>&'\"abc ]".AsSpan(), 200));
    var entities = new Entities(text.Count('<'), text.Count('>'), text.Count('&'), text.Count('\''), text.Count('"'));
    Check("countTheEntities", entities, () => validator.CountTheEntities(text));

    var stooges = Random();
    Check("easyStructTest", stooges.Sum(), () => validator.EasyStructTest(stooges));

    var nested = new XmlRpcStruct { ["substruct0"] = XmlRpcValue.From(Random()), ["substruct1"] = XmlRpcValue.From(Random()), ["<&>"] = "" };
    Check("echoStructTest", nested, () => validator.EchoStructTest(nested));

    XmlRpcValue[] many =
        [random.Next(), true, "text & <more>", random.Next(1000) / 8.0, new XmlRpcDateTime(1998, 7, 17, 14, 8, 55), Octets()];
    Check("manyTypesTest", XmlRpcArray.Create(many), () => validator.ManyTypesTest(
        many[0].AsInt32(), many[1].AsBoolean(), many[2].AsString(), many[3].AsDouble(), many[4].AsDateTime(), many[5].AsBase64()));

    string[] items = [.. Enumerable.Range(0, random.Next(100, 201)).Select(i => $"item{i}")];
    Check("moderateSizeArrayCheck", items[0] + items[^1], () => validator.ModerateSizeArrayCheck(items));

    var day = Random();
    Check("nestedStructTest", day.Sum(), () => validator.NestedStructTest(Calendar(day)));

    var number = random.Next(1_000_000);
    Check(
        "simpleStructReturnTest", new Products(number * 10, number * 100, number * 1000), () => validator.SimpleStructReturnTest(number));
}
catch (Exception e) when (e is XmlRpcTransportException or XmlRpcFormatException or TimeoutException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

Console.WriteLine($"{8 - failures} passed, {failures} failed");
return failures == 0 ? 0 : 1;

void Check<T>(string test, T expected, Func<XmlRpcResult<T>> call)
{
    var answer = call();
    var passed = answer.IsSuccess && Equals(answer.Value, expected);
    failures += passed ? 0 : 1;
    Console.WriteLine(passed ? $"{test}: passed" : $"{test}: expected {expected}, got {answer}");
}

Stooges Random() => new(Small(), Small(), Small());

int Small() => random.Next(-100, 101);

byte[] Octets()
{
    var octets = new byte[300];
    random.NextBytes(octets);
    return octets;
}

// Years of months of days, empty but for April 1st, 2000.
Dictionary<string, Dictionary<string, Dictionary<string, XmlRpcStruct>>> Calendar(Stooges firstOfApril) =>
    Named(1999, 3, year => Named(1, 12, month => Named(1, 28, day =>
        year == 2000 && month == 4 && day == 1 ? XmlRpcValue.From(firstOfApril).AsStruct() : [])));

Dictionary<string, T> Named<T>(int first, int count, Func<int, T> value) =>
    Enumerable.Range(first, count).ToDictionary(number => $"{number:00}", value);

[XmlRpcService("validator1", Naming = XmlRpcNaming.CamelCase)]
internal partial interface IValidator
{
    XmlRpcResult<int> ArrayOfStructsTest(Stooges[] structs);

    XmlRpcResult<Entities> CountTheEntities(string text);

    XmlRpcResult<int> EasyStructTest(Stooges stooges);

    XmlRpcResult<XmlRpcStruct> EchoStructTest(XmlRpcStruct value);

    XmlRpcResult<XmlRpcArray> ManyTypesTest(
        int number, bool truth, string text, double real, XmlRpcDateTime date, ReadOnlyMemory<byte> octets);

    XmlRpcResult<string> ModerateSizeArrayCheck(string[] items);

    XmlRpcResult<int> NestedStructTest(Dictionary<string, Dictionary<string, Dictionary<string, XmlRpcStruct>>> calendar);

    XmlRpcResult<Products> SimpleStructReturnTest(int number);
}

[XmlRpcStruct(Naming = XmlRpcNaming.CamelCase)]
internal sealed record Stooges(int Moe, int Larry, int Curly)
{
    public int Sum() => Moe + Larry + Curly;
}

[XmlRpcStruct(Naming = XmlRpcNaming.CamelCase)]
internal sealed record Entities(int CtLeftAngleBrackets, int CtRightAngleBrackets, int CtAmpersands, int CtApostrophes, int CtQuotes);

[XmlRpcStruct(Naming = XmlRpcNaming.CamelCase)]
internal sealed record Products(int Times10, int Times100, int Times1000);
