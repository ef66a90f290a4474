namespace Nearcall.AspNetCore.Tests.Methods;

/// <summary>Every form and arity of <c>methods.Add</c>, as a lambda: the compiler must choose the form that is meant.</summary>
public sealed class DelegateFormTests
{
    private readonly List<int> _recorded = [];

    [Theory]
    [MemberData(nameof(Arities))]
    public async Task Add_Results_OfAnyArity_BindsAndIsCalled(int arity)
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("m0", () => Sum());
            methods.Add("m1", (int a) => Sum(a));
            methods.Add("m2", (int a, int b) => Sum(a, b));
            methods.Add("m3", (int a, int b, int c) => Sum(a, b, c));
            methods.Add("m4", (int a, int b, int c, int d) => Sum(a, b, c, d));
            methods.Add("m5", (int a, int b, int c, int d, int e) => Sum(a, b, c, d, e));
            methods.Add("m6", (int a, int b, int c, int d, int e, int f) => Sum(a, b, c, d, e, f));
            methods.Add("m7", (int a, int b, int c, int d, int e, int f, int g) => Sum(a, b, c, d, e, f, g));
            methods.Add("m8", (int a, int b, int c, int d, int e, int f, int g, int h) => Sum(a, b, c, d, e, f, g, h));
        });

        var result = await CallAsync(host, arity);

        Assert.Equal(Expected(arity), result.Value.AsInt32());
    }

    [Theory]
    [MemberData(nameof(Arities))]
    public async Task Add_TaskResults_OfAnyArity_BindsAndIsCalled(int arity)
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("m0", async () => await Later(Sum()));
            methods.Add("m1", async (int a) => await Later(Sum(a)));
            methods.Add("m2", async (int a, int b) => await Later(Sum(a, b)));
            methods.Add("m3", async (int a, int b, int c) => await Later(Sum(a, b, c)));
            methods.Add("m4", async (int a, int b, int c, int d) => await Later(Sum(a, b, c, d)));
            methods.Add("m5", async (int a, int b, int c, int d, int e) => await Later(Sum(a, b, c, d, e)));
            methods.Add("m6", async (int a, int b, int c, int d, int e, int f) => await Later(Sum(a, b, c, d, e, f)));
            methods.Add("m7", async (int a, int b, int c, int d, int e, int f, int g) => await Later(Sum(a, b, c, d, e, f, g)));
            methods.Add("m8", async (int a, int b, int c, int d, int e, int f, int g, int h) => await Later(Sum(a, b, c, d, e, f, g, h)));
        });

        var result = await CallAsync(host, arity);

        Assert.Equal(Expected(arity), result.Value.AsInt32());
    }

    [Theory]
    [MemberData(nameof(Arities))]
    public async Task Add_ValueTaskResults_OfAnyArity_BindsAndIsCalled(int arity)
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("m0", () => AtOnce(Sum()));
            methods.Add("m1", (int a) => AtOnce(Sum(a)));
            methods.Add("m2", (int a, int b) => AtOnce(Sum(a, b)));
            methods.Add("m3", (int a, int b, int c) => AtOnce(Sum(a, b, c)));
            methods.Add("m4", (int a, int b, int c, int d) => AtOnce(Sum(a, b, c, d)));
            methods.Add("m5", (int a, int b, int c, int d, int e) => AtOnce(Sum(a, b, c, d, e)));
            methods.Add("m6", (int a, int b, int c, int d, int e, int f) => AtOnce(Sum(a, b, c, d, e, f)));
            methods.Add("m7", (int a, int b, int c, int d, int e, int f, int g) => AtOnce(Sum(a, b, c, d, e, f, g)));
            methods.Add("m8", (int a, int b, int c, int d, int e, int f, int g, int h) => AtOnce(Sum(a, b, c, d, e, f, g, h)));
        });

        var result = await CallAsync(host, arity);

        Assert.Equal(Expected(arity), result.Value.AsInt32());
    }

    [Theory]
    [MemberData(nameof(Arities))]
    public async Task Add_Actions_OfAnyArity_BindsAndIsCalled(int arity)
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("m0", () => Record(Sum()));
            methods.Add("m1", (int a) => Record(Sum(a)));
            methods.Add("m2", (int a, int b) => Record(Sum(a, b)));
            methods.Add("m3", (int a, int b, int c) => Record(Sum(a, b, c)));
            methods.Add("m4", (int a, int b, int c, int d) => Record(Sum(a, b, c, d)));
            methods.Add("m5", (int a, int b, int c, int d, int e) => Record(Sum(a, b, c, d, e)));
            methods.Add("m6", (int a, int b, int c, int d, int e, int f) => Record(Sum(a, b, c, d, e, f)));
            methods.Add("m7", (int a, int b, int c, int d, int e, int f, int g) => Record(Sum(a, b, c, d, e, f, g)));
            methods.Add("m8", (int a, int b, int c, int d, int e, int f, int g, int h) => Record(Sum(a, b, c, d, e, f, g, h)));
        });

        var result = await CallAsync(host, arity);

        Assert.True(result.Value.AsBoolean());
        Assert.Equal([Expected(arity)], _recorded);
    }

    [Theory]
    [MemberData(nameof(Arities))]
    public async Task Add_Tasks_OfAnyArity_BindsAndIsCalled(int arity)
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("m0", async () => await RunAsync(Sum()));
            methods.Add("m1", async (int a) => await RunAsync(Sum(a)));
            methods.Add("m2", async (int a, int b) => await RunAsync(Sum(a, b)));
            methods.Add("m3", async (int a, int b, int c) => await RunAsync(Sum(a, b, c)));
            methods.Add("m4", async (int a, int b, int c, int d) => await RunAsync(Sum(a, b, c, d)));
            methods.Add("m5", async (int a, int b, int c, int d, int e) => await RunAsync(Sum(a, b, c, d, e)));
            methods.Add("m6", async (int a, int b, int c, int d, int e, int f) => await RunAsync(Sum(a, b, c, d, e, f)));
            methods.Add("m7", async (int a, int b, int c, int d, int e, int f, int g) => await RunAsync(Sum(a, b, c, d, e, f, g)));
            methods.Add("m8", async (int a, int b, int c, int d, int e, int f, int g, int h) => await RunAsync(Sum(a, b, c, d, e, f, g, h)));
        });

        var result = await CallAsync(host, arity);

        Assert.True(result.Value.AsBoolean());
        Assert.Equal([Expected(arity)], _recorded);
    }

    [Theory]
    [MemberData(nameof(Arities))]
    public async Task Add_ValueTasks_OfAnyArity_BindsAndIsCalled(int arity)
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("m0", () => RecordLater(Sum()));
            methods.Add("m1", (int a) => RecordLater(Sum(a)));
            methods.Add("m2", (int a, int b) => RecordLater(Sum(a, b)));
            methods.Add("m3", (int a, int b, int c) => RecordLater(Sum(a, b, c)));
            methods.Add("m4", (int a, int b, int c, int d) => RecordLater(Sum(a, b, c, d)));
            methods.Add("m5", (int a, int b, int c, int d, int e) => RecordLater(Sum(a, b, c, d, e)));
            methods.Add("m6", (int a, int b, int c, int d, int e, int f) => RecordLater(Sum(a, b, c, d, e, f)));
            methods.Add("m7", (int a, int b, int c, int d, int e, int f, int g) => RecordLater(Sum(a, b, c, d, e, f, g)));
            methods.Add("m8", (int a, int b, int c, int d, int e, int f, int g, int h) => RecordLater(Sum(a, b, c, d, e, f, g, h)));
        });

        var result = await CallAsync(host, arity);

        Assert.True(result.Value.AsBoolean());
        Assert.Equal([Expected(arity)], _recorded);
    }

    public static TheoryData<int> Arities => [0, 1, 2, 3, 4, 5, 6, 7, 8];

    private static int Expected(int arity) => 1 + Enumerable.Range(1, arity).Sum(number => number * number);

    private static Task<XmlRpcResult<XmlRpcValue>> CallAsync(TestServerHost host, int arity) =>
        host.CallAsync($"m{arity}", [.. Enumerable.Range(1, arity).Select(number => (XmlRpcValue)number)]);

    private static int Sum(params int[] numbers) => 1 + numbers.Select((number, index) => number * (index + 1)).Sum();

    private void Record(int sum) => _recorded.Add(sum);

    private static async Task<int> Later(int sum)
    {
        await Task.Yield();
        return sum;
    }

    private static ValueTask<int> AtOnce(int sum) => new(sum);

    private async Task RunAsync(int sum)
    {
        await Task.Yield();
        _recorded.Add(sum);
    }

    private ValueTask RecordLater(int sum)
    {
        _recorded.Add(sum);
        return ValueTask.CompletedTask;
    }
}
