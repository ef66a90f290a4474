// NEAR0002: 'IJobs.Wait(CancellationToken)' returns 'Task<Task<int>>': one thing within another; return T, Task<T> or ValueTask<T>, and XmlRpcResult<T> for T where a fault shall be given back
// NEAR0002: 'IJobs.Both()' returns 'XmlRpcResult<XmlRpcResult<int>>': one thing within another; return T, Task<T> or ValueTask<T>, and XmlRpcResult<T> for T where a fault shall be given back
// NEAR0002: 'IJobs.Own()' returns 'Own': only Task, Task<T>, ValueTask and ValueTask<T> can be awaited here; return one of them
// NEAR0002: 'IJobs.Watch()' returns 'IObservable<int>': only Task, Task<T>, ValueTask and ValueTask<T> can be awaited here; return one of them
// NEAR0002: 'IJobs.Later()' returns 'XmlRpcResult<Task<int>>': one thing within another; return T, Task<T> or ValueTask<T>, and XmlRpcResult<T> for T where a fault shall be given back
using System.Runtime.CompilerServices;
using Nearcall;

[XmlRpcService]
public partial interface IJobs
{
    [|Task<Task<int>>|] Wait(CancellationToken cancellationToken = default);

    [|XmlRpcResult<XmlRpcResult<int>>|] Both();

    [|Own|] Own();

    [|IObservable<int>|] Watch();

    [|XmlRpcResult<Task<int>>|] Later();
}

public class Own
{
    public TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter();
}
