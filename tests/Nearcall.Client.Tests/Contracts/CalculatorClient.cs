namespace Nearcall.Client.Tests.Contracts;

internal sealed class CalculatorClient(XmlRpcCaller caller) : ICalculator
{
    private static readonly XmlRpcClientMethod<(int A, int B), int> Sum = new("add", WriteTwo, XmlRpcConverter.For<int>());

    private static readonly XmlRpcClientMethod<(int A, int B), int> Quotient = new("divide", WriteTwo, XmlRpcConverter.For<int>());

    private static readonly XmlRpcClientMethod<ValueTuple, object?> Nothing = new("reset", WriteNone, XmlRpcConverter.Ignored);

    private static readonly XmlRpcClientMethod<int, int> Withdrawal =
        new("withdraw", WriteOne, XmlRpcConverter.For<int>()) { ExceptionOf = TooLittleException.Of };

    private static readonly XmlRpcClientMethod<ValueTuple, int> Hurry =
        new("hurry", WriteNone, XmlRpcConverter.For<int>()) { Timeout = TimeSpan.FromSeconds(2) };

    private static readonly XmlRpcClientMethod<ValueTuple, int> Look =
        new("look", WriteNone, XmlRpcConverter.For<int>()) { IsIdempotent = true };

    public int Add(int a, int b) => caller.Call(Sum, (a, b));

    public Task<int> AddAsync(int a, int b, CancellationToken cancellationToken) => caller.CallAsync(Sum, (a, b), cancellationToken);

    public Task<XmlRpcResult<int>> DivideAsync(int a, int b, CancellationToken cancellationToken) =>
        caller.TryCallAsync(Quotient, (a, b), cancellationToken);

    public XmlRpcResult<int> Divide(int a, int b) => caller.TryCall(Quotient, (a, b));

    public void Reset() => caller.Call(Nothing, default);

    public Task ResetAsync(CancellationToken cancellationToken) => caller.CallAsync(Nothing, default, cancellationToken);

    public Task<int> WithdrawAsync(int amount) => caller.CallAsync(Withdrawal, amount);

    public int Withdraw(int amount) => caller.Call(Withdrawal, amount);

    public Task<int> HurryAsync(CancellationToken cancellationToken) => caller.CallAsync(Hurry, default, cancellationToken);

    public Task<int> LookAsync(CancellationToken cancellationToken) => caller.CallAsync(Look, default, cancellationToken);

    private static void WriteNone(ref XmlRpcWriter writer, in ValueTuple arguments)
    {
    }

    private static void WriteOne(ref XmlRpcWriter writer, in int argument)
    {
        writer.WriteStartParameter();
        writer.WriteInt32(argument);
        writer.WriteEndParameter();
    }

    private static void WriteTwo(ref XmlRpcWriter writer, in (int A, int B) arguments)
    {
        WriteOne(ref writer, in arguments.A);
        WriteOne(ref writer, in arguments.B);
    }
}
