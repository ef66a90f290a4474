using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Bounds;

/// <summary>
/// What operations cost in instructions and in memory, held to what is recorded. To record anew what they cost now, run with
/// <c>UPDATE_BOUNDS=1</c>.
/// </summary>
public sealed class BoundTests
{
    /// <summary>The seed of hash codes differs from run to run, and another patch of the runtime is compiled a little otherwise.</summary>
    private const double Tolerance = 1.05;

    public static TheoryData<string> Operations => [.. Bound.All.Select(bound => bound.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_Counted_StaysWithinItsBound(string operation)
    {
        PeerProgram.Require("valgrind");
        var bound = Bound.All.Single(bound => bound.Operation == operation);

        var counted = await OperationCounter.CountAsync(operation, bound.Runs, TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine($"{counted} of {bound}");
        if (Environment.GetEnvironmentVariable("UPDATE_BOUNDS") == "1")
        {
            counted.Record();
            return;
        }

        Assert.InRange(counted.Instructions, 1, (long)(bound.Instructions * Tolerance));
        Assert.InRange(counted.Bytes, 0, bound.Bytes);
    }
}
