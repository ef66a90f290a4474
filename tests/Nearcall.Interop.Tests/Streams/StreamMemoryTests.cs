using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Streams;

/// <summary>What is streamed is never held: a server and a client in processes of their own say how much memory they took.</summary>
public sealed partial class StreamMemoryTests
{
    /// <summary>
    /// Less than the 32 MB that travel, which base64 and the text of characters only make more: one who gathers anything cannot pass.
    /// The structs are garbage as soon as they are read, and wait to be collected.
    /// </summary>
    private const double Bound = 30;

    [Fact]
    public async Task Streams_OfMoreThanTheBound_StayUnderItOnBothSides()
    {
        var run = await ProgramRun.RunAsync(
            DotNet.Command("run", "--no-build", "--project", "tests/Nearcall.Streams", "--configuration", Repository.Configuration),
            TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(run.ThrowIfFailed());
        var figures = Figure().Matches(run.Output);
        Assert.Equal(6, figures.Count);
        Assert.All(figures, static figure => Assert.InRange(double.Parse(figure.ValueSpan, CultureInfo.InvariantCulture), 0, Bound));
    }

    [GeneratedRegex(@"(?<=(client|server) +)[0-9.]+(?= MB)")]
    private static partial Regex Figure();
}
