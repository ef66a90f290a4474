using Nearcall;

namespace Demo;

public static class Results
{
    public static void Map(XmlRpcMethodsBuilder methods)
    {
        methods.Add("nothing", () => { });
        methods.Add("now", () => 5);
        methods.Add("task", async () => await Task.FromResult("text"));
        methods.Add("end", () => Task.CompletedTask);
        methods.Add("valueTask", () => new ValueTask<double>(0.5));
        methods.Add("valueTaskEnd", async ValueTask () => await Task.Yield());
        methods.Add("maybe", string? () => null);
        methods.Add("fault", () => new XmlRpcResult<int>(new XmlRpcFault(1, "no")));
        methods.Add("faultLater", () => Task.FromResult(new XmlRpcResult<int>(1)));
        methods.Add("items", (int count) => CountAsync(count));
        methods.Add("octets", () => Task.FromResult<Stream>(new MemoryStream()));
    }

    private static async IAsyncEnumerable<int> CountAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}
