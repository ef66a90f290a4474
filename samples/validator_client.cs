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
var random = new Random(1998);
var failures = 0;

try
{
    XmlRpcValue[] structs = [.. Enumerable.Range(0, 20).Select(_ => (XmlRpcValue)Stooges())];
    await CheckAsync("arrayOfStructsTest", structs.Sum(item => item["curly"].AsInt32()), XmlRpcArray.Create([.. structs]));

    var text = new string(random.GetItems("<>&'\"abc ]".AsSpan(), 200));
    await CheckAsync("countTheEntities", new XmlRpcStruct
    {
        ["ctLeftAngleBrackets"] = text.Count('<'), ["ctRightAngleBrackets"] = text.Count('>'),
        ["ctAmpersands"] = text.Count('&'), ["ctApostrophes"] = text.Count('\''), ["ctQuotes"] = text.Count('"'),
    }, text);

    var stooges = Stooges();
    await CheckAsync("easyStructTest", Sum(stooges), stooges);

    var nested = new XmlRpcStruct { ["substruct0"] = Stooges(), ["substruct1"] = Stooges(), ["<&>"] = "" };
    await CheckAsync("echoStructTest", nested, nested);

    XmlRpcValue[] many =
        [random.Next(), true, "text & <more>", random.Next(1000) / 8.0, new XmlRpcDateTime(1998, 7, 17, 14, 8, 55), Octets()];
    await CheckAsync("manyTypesTest", XmlRpcArray.Create(many), many);

    XmlRpcValue[] items = [.. Enumerable.Range(0, random.Next(100, 201)).Select(i => (XmlRpcValue)$"item{i}")];
    await CheckAsync("moderateSizeArrayCheck", items[0].AsString() + items[^1].AsString(), XmlRpcArray.Create(items));

    var day = Stooges();
    await CheckAsync("nestedStructTest", Sum(day), Calendar(day));

    var number = random.Next(1_000_000);
    await CheckAsync("simpleStructReturnTest", new XmlRpcStruct
    {
        ["times10"] = number * 10, ["times100"] = number * 100, ["times1000"] = number * 1000,
    }, number);
}
catch (Exception e) when (e is XmlRpcTransportException or XmlRpcFormatException or TimeoutException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

Console.WriteLine($"{8 - failures} passed, {failures} failed");
return failures == 0 ? 0 : 1;

async Task CheckAsync(string test, XmlRpcValue expected, params XmlRpcValue[] arguments)
{
    var answer = await client.TryCallAsync("validator1." + test, arguments);
    var passed = answer.IsSuccess && answer.Value == expected;
    failures += passed ? 0 : 1;
    Console.WriteLine(passed ? $"{test}: passed" : $"{test}: expected {expected}, got {answer}");
}

XmlRpcStruct Stooges() => new() { ["moe"] = Small(), ["larry"] = Small(), ["curly"] = Small() };

int Small() => random.Next(-100, 101);

int Sum(XmlRpcStruct values) => values["moe"].AsInt32() + values["larry"].AsInt32() + values["curly"].AsInt32();

byte[] Octets()
{
    var octets = new byte[300];
    random.NextBytes(octets);
    return octets;
}

// Years of months of days, empty but for April 1st, 2000.
XmlRpcStruct Calendar(XmlRpcStruct firstOfApril) =>
    Struct(1999, 3, year => Struct(1, 12, month => Struct(1, 28, day => year == 2000 && month == 4 && day == 1 ? firstOfApril : [])));

XmlRpcStruct Struct(int first, int count, Func<int, XmlRpcStruct> member) =>
    new(Enumerable.Range(first, count).Select(i => KeyValuePair.Create($"{i:00}", (XmlRpcValue)member(i))));
