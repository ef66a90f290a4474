using System.Text;

namespace Nearcall.Tests.Streaming;

public class PatienceTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("a>")]
    [InlineData("</value>")]
    [InlineData("<![CDATA[</value>]]>")]
    public void IsOver_LongUnfinishedText_CostsInProportionToItsLength(string noise)
    {
        const int Length = 1 << 20;
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(noise, (Length / noise.Length) + 1)));
        var patience = default(Patience);
        var looked = 0L;
        for (var length = 0; length <= Length; length += length < 4096 ? 1 : 100)
        {
            if (patience.IsOver(text.AsSpan(0, length)))
            {
                looked += length;
                patience.Looked(length, hasProgressed: false);
            }
        }

        Assert.InRange(looked, Length / 2, 30L * Length);
    }

    [Theory]
    [InlineData(100_000, "</value>", 8)]
    [InlineData(100_000, "</value \n>", 10)]
    [InlineData(100_000, "<value/>", 8)]
    [InlineData(1000, "<data>", 6)]
    [InlineData(1000, "</methodName>", 13)]
    public void IsOver_EndOfAValue_IsSeenWithItsLastOctet(int length, string end, int endLength)
    {
        var text = Encoding.ASCII.GetBytes(new string('a', length) + end);
        var patience = default(Patience);
        patience.Looked(length, hasProgressed: false);

        for (var i = 1; i < endLength; i++)
        {
            Assert.False(patience.IsOver(text.AsSpan(0, length + i)));
        }

        Assert.True(patience.IsOver(text));
    }

    [Fact]
    public void IsOver_Progress_ForgetsDisappointments()
    {
        var text = Encoding.ASCII.GetBytes(new string('a', 9992) + "</value>");
        var patience = default(Patience);
        for (var i = 0; i < 20; i++)
        {
            patience.Looked(9000 + i, hasProgressed: false);
        }

        Assert.False(patience.IsOver(text));
        patience.Looked(9992, hasProgressed: true);
        Assert.True(patience.IsOver(text));
    }
}
