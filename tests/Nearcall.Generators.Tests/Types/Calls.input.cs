using Nearcall;

namespace Types.Calls;

public record Answer(int Code);

public record Question(string Text);

public record Extra(int X);

public static class Program
{
    public static async Task RunAsync(XmlRpcClient client, XmlRpcMulticall multicall)
    {
        var answer = await client.CallAsync<Answer>("ask", XmlRpcValue.From(new Question("?")));
        var answers = client.Call<List<Answer>>("askAll");
        var maybe = await client.TryCallAsync<(bool Ok, Answer Answer)>("tryAsk");
        var entry = multicall.Add<Answer[]>("ask");
        _ = XmlRpcConverter.TryFor<Extra>(out _);
        _ = XmlRpcConverter.ForNullable<Extra>();
        _ = client.Call<int>("count");
        _ = client.Call<Dictionary<string, string>>("names");
        _ = Get<Extra>(client);
        _ = (answer, answers, maybe, entry);
    }

    private static T Get<T>(XmlRpcClient client) => client.Call<T>("get");
}
