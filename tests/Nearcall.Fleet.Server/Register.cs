namespace Nearcall.Fleet.Server;

/// <summary>The two kinds of calls that a fleet gets.</summary>
[XmlRpcService]
internal sealed partial class Register(ExecutionLog executions)
{
    private static readonly TimeSpan AnswerLater = TimeSpan.FromMilliseconds(20);

    /// <summary>Adds two numbers. Twice is as good as once.</summary>
    [XmlRpcMethod("add", Idempotent = true)]
    public int Add(int a, int b) => checked(a + b);

    /// <summary>
    /// Does something that must not be done twice, writes down which call it was for, and answers a little later. So there are always
    /// calls that have been executed and not answered: those that nobody may send again.
    /// </summary>
    [XmlRpcMethod("enter")]
    public async Task<int> EnterAsync(int id)
    {
        executions.Write(id);
        await Task.Delay(AnswerLater);
        return id;
    }
}
