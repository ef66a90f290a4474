using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Nearcall;
using Nearcall.Tests.Wire;
using static Nearcall.Tests.Wire.ReaderText;

[assembly: XmlRpcConvertible(typeof(PlainRoadTests.Entry))]

namespace Nearcall.Tests.Wire;

/// <summary>
/// Values in their plain form are read at one go, all others tag by tag. The same text in either spelling gives the same value, or
/// the same error at the same place.
/// </summary>
public sealed partial class PlainRoadTests
{
    private const int Mutants = 24_000;

    private const string Plain =
        "<value><struct><member><name>Id</name><value><int>-12</int></value></member><member><name>Name</name><value><string>Änne]</string>"
        + "</value></member><member><name>Price</name><value><double>-120.75</double></value></member><member><name>Paid</name><value>"
        + "<boolean>1</boolean></value></member><member><name>At</name><value><dateTime.iso8601>20240229T23:59:58</dateTime.iso8601></value>"
        + "</member><member><name>Wide</name><value><i8>-123456789012345678</i8></value></member><member><name>Numbers</name><value><array>"
        + "<data><value><int>0</int></value><value><i4>2147483647</i4></value><value><int>12345678</int></value></data></array></value>"
        + "</member><member><name>Note</name><value>as it is</value></member><member><name>Inner</name><value><struct><member><name>Name"
        + "</name><value><string></string></value></member><member><name>Id</name><value><i4>7</i4></value></member></struct></value>"
        + "</member></struct></value>";

    private static readonly string[] Documents =
    [
        CallOf(Plain),
        CallOf(Plain.Replace("<name>Id</name>", "<name>Odd</name>", StringComparison.Ordinal)),
        CallOf(Plain.Replace("Paid", "Price", StringComparison.Ordinal)),
        CallOf(Plain.Replace("<member><name>Note", "<member><name>Wide</name><value>1</value></member><member><name>Note", StringComparison.Ordinal)),
        CallOf(Plain.Replace("<value>as it is</value>", "<value><nil/></value>", StringComparison.Ordinal)),
        CallOf("<value><int>1</int></value></param><param>" + Plain + "</param><param><value>three</value>"),
    ];

    private static readonly XmlRpcLimits Tight = XmlRpcLimits.Default with { MaxDepth = 2, MaxMembers = 13, MaxDigits = 11, MaxStringLength = 7 };

    private static readonly XmlRpcDialect[] Dialects =
        [XmlRpcDialect.Strict, XmlRpcDialect.Tolerant, XmlRpcDialect.Strict with { ReadI8 = false, AllowUnknownMembers = false }];

    [Fact]
    public void Read_PlainAndIndented_GivesTheSameValues()
    {
        var indented = Between().Replace(Documents[0], "\r\n\t ");

        Assert.NotEqual(Documents[0], indented);
        Assert.Equal(Typed(Documents[0], XmlRpcDialect.Strict), Typed(indented, XmlRpcDialect.Strict));
        Assert.Equal(Tree(Documents[0], XmlRpcDialect.Strict), Tree(indented, XmlRpcDialect.Strict));
        Assert.StartsWith("read", Typed(indented, XmlRpcDialect.Strict), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithBlanksAnywhereBetweenTags_GivesTheSameParameters()
    {
        var random = new Random(29);
        var document = Documents[^1];
        var expected = Tree(document, XmlRpcDialect.Strict);

        Assert.StartsWith("read", expected, StringComparison.Ordinal);
        foreach (Match gap in Between().Matches(document))
        {
            for (var length = 1; length < 40; length++)
            {
                var blanks = new string(random.GetItems<char>([' ', '\t', '\n', '\r'], length));
                Assert.Equal(expected, Tree(document.Insert(gap.Index, blanks), XmlRpcDialect.Strict));
                Assert.Equal(expected, Tree(document + blanks, XmlRpcDialect.Strict));
                Assert.False(Tree(document.Insert(gap.Index, blanks + "x"), XmlRpcDialect.Strict).StartsWith("read", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Read_WithBlanksInTags_GivesTheSameValuesOrErrors()
    {
        var texts = Array.ConvertAll(Documents, Utf8);
        var mutator = new DifferentialMutator(8, [.. DifferentialCallCorpus.Fragments.Where(static one => one.IndexOfAny(['!', '?', '\'']) < 0)]);
        var read = 0;
        for (var i = 0; i < Mutants; i++)
        {
            var mutant = mutator.Mutate(texts[i % texts.Length], texts[(i + 1) % texts.Length]);
            var text = Encoding.UTF8.GetString(mutant);
            if (!Utf8(text).AsSpan().SequenceEqual(mutant) || text.AsSpan().ContainsAny('!', '?'))
            {
                continue;
            }

            var dialect = Dialects[i % Dialects.Length];
            var limits = i % 4 == 0 ? Tight : XmlRpcLimits.Default;
            var spread = Tag().Replace(text, "$0 ");
            var typed = Typed(text, dialect, limits);
            AssertSame(typed, Typed(spread, dialect, limits), text, spread);
            AssertSame(Tree(text, dialect, limits), Tree(spread, dialect, limits), text, spread);
            read += typed.StartsWith("read", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(read, 100, Mutants / 2);
    }

    private static void AssertSame(string expected, string actual, string text, string spread)
    {
        // Blanks before the place move it.
        var mapped = Place().Replace(actual, place =>
        {
            var offset = int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var blanks = 0;
            foreach (Match tag in Tag().Matches(text))
            {
                blanks += Encoding.UTF8.GetByteCount(text.AsSpan(0, tag.Index + tag.Length)) + blanks < offset ? 1 : 0;
            }

            return $"@{offset - blanks}";
        });
        if (mapped != expected)
        {
            Assert.Fail($"{text}\n{spread}\nplain:  {expected}\nspread: {mapped}");
        }
    }

    private static string Typed(string call, XmlRpcDialect dialect, XmlRpcLimits? limits = null) =>
        Outcome(call, dialect, limits, static (ref XmlRpcReader reader) => Written(XmlRpcConverter.For<Entry>().Read(ref reader)));

    private static string Tree(string call, XmlRpcDialect dialect, XmlRpcLimits? limits = null) =>
        Outcome(call, dialect, limits, static (ref XmlRpcReader reader) =>
        {
            var values = reader.ReadValue().ToString();
            while (reader.ReadNextParameter())
            {
                values += $" {reader.ReadValue()}";
            }

            return values;
        });

    private static string Outcome(string call, XmlRpcDialect dialect, XmlRpcLimits? limits, Reading read)
    {
        try
        {
            var reader = new XmlRpcReader(Utf8(call), dialect, limits);
            reader.ReadStartMethodCall();
            if (!reader.ReadNextParameter())
            {
                return "none";
            }

            var value = read(ref reader);
            reader.ReadEndParameters();
            return "read " + value;
        }
        catch (XmlRpcFormatException error)
        {
            return $"{error.Problem} {error.Rule} {error.Switch} {error.Path} {error.FaultCode} @{error.Offset}";
        }
    }

    private static string Written(Entry entry) => $"{entry} {string.Join(' ', entry.Numbers ?? [])}";

    [GeneratedRegex("</?[A-Za-z0-9.:]+(?=>)")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<=<(?:methodCall|value|struct|array|data|member|params|param)>|</(?:methodName|int|i4|i8|double|boolean|string|dateTime.iso8601|struct|array|data|member|name|value|param|params)>)(?=<)")]
    private static partial Regex Between();

    [GeneratedRegex("@([0-9]+)$")]
    private static partial Regex Place();

    private delegate string Reading(ref XmlRpcReader reader);

    internal sealed record Entry(
        int Id,
        string Name,
        double Price = 0,
        bool Paid = false,
        XmlRpcDateTime At = default,
        long Wide = 0,
        int[]? Numbers = null,
        string? Note = null,
        Entry? Inner = null);
}
