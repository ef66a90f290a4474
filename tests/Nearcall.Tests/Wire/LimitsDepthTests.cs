using System.Buffers;
using System.Runtime.ExceptionServices;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>Nesting: bounded, and no input overflows a stack (R40).</summary>
public sealed class LimitsDepthTests
{
    private const int SmallStack = 256 * 1024;

    public static TheoryData<string, string> Shapes { get; } = new()
    {
        { "<array><data><value>", "</value></data></array>" },
        { " <array >\n<data><value>", "</value></data></array>" },
        { "<struct><member><name>a</name><value>", "</value></member></struct>" },
    };

    [Theory]
    [Trait("Rule", "R40")]
    [MemberData(nameof(Shapes))]
    public void R40_MaxDepth_IsTheDeepestNesting(string open, string close)
    {
        foreach (var depth in new[] { 1, 2, 63, 64, 65, XmlRpcLimits.GreatestDepth })
        {
            var limits = new XmlRpcLimits { MaxDepth = depth };
            Assert.Equal(depth, Depth(ReadValue(Nest(open, close, depth), limits: limits)));
            AssertTooDeep(() => ReadValue(Nest(open, close, depth + 1), limits: limits));
            AssertTooDeep(() => new XmlRpcReader(Utf8(Nest(open, close, depth + 1)), limits: limits).Skip());
        }
    }

    [Theory]
    [Trait("Rule", "R40")]
    [MemberData(nameof(Shapes))]
    public void R40_HundredThousandLevels_AreRefusedAndNoStackOverflows(string open, string close)
    {
        OnSmallStack(() =>
        {
            AssertTooDeep(() => ReadValue(Nest(open, close, 100_000)));
            AssertTooDeep(() => ReadValue(Nest(open, close, 100_000), XmlRpcDialect.Tolerant));
            AssertTooDeep(() => ReadValue(Nest(open, "", 100_000)));
            AssertTooDeep(() => ReadCall(CallOf(Nest(open, close, 100_000))));
            AssertTooDeep(() => new XmlRpcReader(Utf8(Nest(open, close, 100_000))).Skip());
        });
    }

    [Fact]
    [Trait("Rule", "R40")]
    public void R40_HundredThousandUnknownElements_AreSkippedWithoutAStack()
    {
        OnSmallStack(() =>
        {
            var unknown = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
            Assert.Equal(5, ReadTyped($"<int>5</int>{unknown}", XmlRpcDialect.Tolerant));
            var dialect = DialectSwitch.StrictWith("ReadDom");
            Assert.Equal(XmlRpcKind.Dom, ReadTyped($"<dom>{unknown}</dom>", dialect).Kind);
            RefuseTyped($"<dom>{unknown}{Mark}</a></dom>", null, faultCode: XmlRpcFaultCodes.NotWellFormed, dialect: dialect);
        });
    }

    [Theory]
    [Trait("Rule", "R40")]
    [MemberData(nameof(Shapes))]
    public void R40_GreatestDepth_FitsASmallStack(string open, string close)
    {
        OnSmallStack(() =>
        {
            var limits = new XmlRpcLimits { MaxDepth = XmlRpcLimits.GreatestDepth };
            var text = Nest(open, close, XmlRpcLimits.GreatestDepth);
            var value = ReadValue(text, limits: limits);
            var output = new ArrayBufferWriter<byte>();
            var writer = new XmlRpcWriter(output);
            writer.WriteValue(value);
            writer.Flush();
            var again = new XmlRpcReader(output.WrittenSpan, limits: limits).ReadValue();

            Assert.True(value.Equals(again));
            Assert.Equal(value.GetHashCode(), again.GetHashCode());
            Assert.Equal(value.ToString(), again.ToString());
            Assert.Contains("leaf", value.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    [Trait("Rule", "R40")]
    public void R40_GreatestDepth_WhiteSpaceEverywhere_TakesTimeInStepWithTheText()
    {
        // Looking ahead for the next item must not read what is in it again at each level.
        var limits = new XmlRpcLimits { MaxDepth = XmlRpcLimits.GreatestDepth };
        var text = Nest("\n<array>\n<data>\n<!-- c --><value>", "</value>\n</data>\n</array>\n", XmlRpcLimits.GreatestDepth);

        Assert.Equal(XmlRpcLimits.GreatestDepth, Depth(ReadValue(text, limits: limits)));
    }

    private static string Nest(string open, string close, int depth) =>
        $"<value>{string.Concat(Enumerable.Repeat(open, depth))}leaf{string.Concat(Enumerable.Repeat(close, depth))}</value>";

    private static int Depth(XmlRpcValue value)
    {
        var depth = 0;
        for (; value.Kind is XmlRpcKind.Array or XmlRpcKind.Struct; depth++)
        {
            value = value.Kind == XmlRpcKind.Array ? value[0] : value["a"];
        }

        return depth;
    }

    private static void AssertTooDeep(Action read)
    {
        var exception = Assert.Throws<XmlRpcFormatException>(read);

        Assert.Equal(
            (XmlRpcFaultCodes.LimitExceeded, "R40", "XmlRpcLimits.MaxDepth"),
            (exception.FaultCode, exception.Rule, exception.Switch));
    }

    private static void OnSmallStack(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
