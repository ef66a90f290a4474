using System.Text;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>The place of an error: its path among the values and its offset in the text.</summary>
public sealed class PathTests
{
    [Theory]
    [InlineData("strict")]
    [InlineData("tolerant")]
    public void Error_AtEachValueOfARandomCall_SaysItsPathAndOffset(string dialect)
    {
        var isTolerant = dialect == "tolerant";
        var errors = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            foreach (var document in PathDocument.EachBroken(seed, isTolerant))
            {
                var exception = Assert.Throws<XmlRpcFormatException>(
                    () => ReadCall(document.Text, isTolerant ? XmlRpcDialect.Tolerant : XmlRpcDialect.Strict));

                Assert.Equal(("R13", document.Path, (long?)document.Offset), (exception.Rule, exception.Path, exception.Offset));
                Assert.Contains($"At {document.Path}, byte {document.Offset}; rule R13.", exception.Message, StringComparison.Ordinal);
                errors++;
            }
        }

        Assert.InRange(errors, 500, 10_000);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("¦<methodCall>", "")]
    [InlineData("<methodCall><methodName>m¦", "")]
    [InlineData("<methodCall><methodName>m</methodName><params>¦", "")]
    [InlineData("<params><param>¦", "params[0]")]
    [InlineData("<params><param ¦", "params[0]")]
    [InlineData("<params><param/><param>¦", "params[1]")]
    [InlineData("<params><param><value><array><data>¦", "params[0]")]
    [InlineData("<params><param><value><array><data><value ¦", "params[0][0]")]
    [InlineData("<params><param><value><array><data><value/><value/>¦", "params[0][1]")]
    [InlineData("<params><param><value><array><data><value/></data></array></value>¦", "params[0]")]
    [InlineData("<params><param><value><struct><member><name>a¦", "params[0]")]
    [InlineData("<params><param><value><struct><member><name>a</name>¦", "params[0].a")]
    [InlineData("<params><param><value><struct><member><name>a</name><value/></member>¦", "params[0]")]
    [InlineData("<value><struct><member><name>a</name><value><array><data><value>¦", "a[0]")]
    [InlineData("<fault><value><struct><member><name>faultCode</name><value>¦", "fault.faultCode")]
    [InlineData("</params></value></data></member></param><params><param>¦", "params[0]")]
    [InlineData("<params><param></value></data></param><param>¦", "params[1]")]
    [InlineData("<params><!-- <param> ¦", "")]
    [InlineData("<params><!--><param>--><param>¦", "params[0]")]
    [InlineData("<params><![CDATA[<param>¦", "")]
    [InlineData("<params><a b='<param>' c=\"'/>\"><param/></a><param>¦", "params[0]")]
    [InlineData("<params><param><value><dom><data><value/></data></dom></value></param><param>¦", "params[1]")]
    [InlineData("<value><struct><member><name>a&b &#x; <![CDATA[ c</name>¦", "")]
    [InlineData("<value><struct><member><name>a & b &#x;</name>¦", "['a & b &#x;']")]
    [InlineData("<value><struct><member><name>&¦", "")]
    [InlineData("<<<>>>< ><params><param>¦", "")]
    public void Find_InAnyText_SaysWhatIsOpen(string marked, string path)
    {
        var place = Math.Max(0, marked.IndexOf(Mark, StringComparison.Ordinal));

        Assert.Equal(path, XmlRpcPath.Find(Utf8(marked.Replace(Mark, "", StringComparison.Ordinal)), Utf8(marked[..place]).Length));
    }

    [Fact]
    public void Find_InRandomOctets_RefusesNothing()
    {
        var mutator = new DifferentialMutator(8, DifferentialCallCorpus.Fragments);
        var corpus = new DifferentialCallCorpus(9);
        var text = Utf8(corpus.Next());
        for (var i = 0; i < 2000; i++)
        {
            text = mutator.Mutate(text, Utf8(corpus.Next()));
            text = text.Length > 4000 ? Utf8(corpus.Next()) : text;
            foreach (var place in new[] { -1, 0, text.Length / 2, text.Length, text.Length + 1 })
            {
                Assert.NotNull(XmlRpcPath.Find(text, place));
            }
        }
    }

    [Fact]
    public void Find_InANameOfManyBadReferences_TakesTimeInStepWithTheText()
    {
        // Each of them looks for its semicolon: over the whole name that would take hours.
        var text = Utf8($"<value><struct><member><name>{new string('&', 4 << 20)}</name><value>");

        Assert.StartsWith("['&&&&", XmlRpcPath.Find(text, text.Length), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R25")]
    public void Error_InTranscodedText_SaysSo()
    {
        var call = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='ISO-8859-1'?>" + CallOf("<value>é<int>1</int></value>"));

        var exception = Assert.Throws<XmlRpcFormatException>(() => XmlRpcMethodCall.Read(call));

        Assert.Equal(("R29", "ISO-8859-1", "params[0]"), (exception.Rule, exception.Transcoded?.ToUpperInvariant(), exception.Path));
        Assert.Contains("after transcoding from", exception.Message, StringComparison.Ordinal);
    }
}
