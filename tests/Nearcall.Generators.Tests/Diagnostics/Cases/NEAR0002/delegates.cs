// NEAR0002: 'the delegate' returns 'Task<Task<int>>': one thing within another; return T, Task<T> or ValueTask<T>, and XmlRpcResult<T> for T where a fault shall be given back
// NEAR0017: 'content' of 'the delegate' cannot be streamed: it must be the last parameter that travels; move it behind the others
// NEAR0002: 'Program.Watch()' returns 'IObservable<int>': only Task, Task<T>, ValueTask and ValueTask<T> can be awaited here; return one of them
using Nearcall;

public static class Program
{
    public static void Register(XmlRpcMethodsBuilder methods)
    {
        methods.Add("wait", [|() => Task.FromResult(Task.FromResult(1))|]);
        methods.Add("watch", Watch);
        methods.Add("put", (Stream [|content|], string name) => name);
    }

    private static [|IObservable<int>|] Watch() => throw new NotSupportedException();
}
