// NEAR0005: 'Func<int>' has no XML-RPC form: a delegate cannot travel
// NEAR0005: 'Program.Hidden' has no XML-RPC form: 'Program.Hidden' is not accessible to generated code: make it internal or public
// NEAR0005: 'Stack<int>' has no XML-RPC form: a stack turns the order of its items round: use List<T>
// NEAR0005: 'x' of 'the delegate' has no XML-RPC form: 'object' can be anything: use XmlRpcValue, or name a converter with [XmlRpcConverter]
using Nearcall;

[assembly: [|XmlRpcConvertible(typeof(Func<int>))|]]

public static class Program
{
    public static async Task RunAsync(XmlRpcClient client)
    {
        await [|client.CallAsync<Hidden>("hidden")|];
        [|XmlRpcValue.From(new Stack<int>())|].ToString();
        await client.CallAsync<List<Point>>("points");
    }

    public static void Register(XmlRpcMethodsBuilder methods) => methods.Add("any", (object [|x|]) => 1);

    public static Task<T> CallAsync<T>(XmlRpcClient client) => client.CallAsync<T>("any");

    private sealed record Hidden(int X);
}

public record Point(int X, int Y);
