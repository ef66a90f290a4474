using Nearcall;

namespace Demo;

public static class Unseen
{
    public static void Map<T>(XmlRpcMethodsBuilder methods, Delegate unknown, T some, Func<T, int> generic, XmlRpcMethod made)
        where T : Delegate
    {
        methods.Add("unknown", unknown);
        methods.Add("some", some);
        methods.Add("generic", generic);
        methods.Add("hidden", (Hidden hidden) => 1);
        methods.Add("anonymous", () => new { A = 1 });
        methods.Add("reference", (ref int number) => number);
        methods.Add("pointless", (Action<int> action) => 1);
        methods.Add(made);
        new Dictionary<string, Delegate>().Add("other", () => 1);
    }

    private sealed record Hidden(int A);
}
