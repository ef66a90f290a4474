using System.Globalization;
using System.Text;

namespace Nearcall.Tests.Wire;

/// <summary>Calls at random, in all the forms that the rules allow: white space, comments, CDATA sections, references.</summary>
internal sealed class DifferentialCallCorpus(int seed)
{
    /// <summary>What a mutation inserts: pieces of the protocol, right and wrong.</summary>
    public static readonly IReadOnlyList<string> Fragments =
    [
        "<value>", "</value>", "<value/>", "<value></value>", "<value>x</value>", "<value><int>1</int></value>",
        "<value> <i4>2</i4> </value>", "<int>1</int>",
        "<int/>", "</int>", "<i4>", "<i8>3</i8>", "<boolean>1</boolean>", "<boolean>true</boolean>", "<double>.5</double>",
        "<double>1e3</double>",
        "<string/>", "<string>", "</string>", "<base64>QQ==</base64>", "<base64>QQ</base64>", "<base64> </base64>", "<nil/>",
        "<nil></nil>", "<nil> </nil>",
        "<nil><!--x--></nil>", "<dateTime.iso8601>20000229T23:59:59</dateTime.iso8601>",
        "<dateTime.iso8601>20010229T23:59:59</dateTime.iso8601>",
        "<dateTime.iso8601>2000-02-29T23:59:59Z</dateTime.iso8601>", "<struct/>", "<struct></struct>", "<struct>", "</struct>",
        "<member/>", "<member>",
        "</member>", "<name/>", "<name>a</name>", "</name>", "<member><name>a</name><value>b</value></member>", "<array/>", "<array>",
        "</array>", "<data/>",
        "<data>", "</data>", "<data></data>", "<array><data/></array>", "<params/>", "<params>", "</params>", "<param/>", "<param>",
        "</param>",
        "<param><value>1</value></param>", "<methodName>x</methodName>", "<methodName/>", "<methodCall>", "</methodCall>", "<fault/>",
        "<INT>1</INT>",
        "<foo/>", "<foo>", "</foo>", "<ex:i8>4</ex:i8>", "<ex:nil/>", "<ex:i1>1</ex:i1>",
        Declaration,
        " xmlns='u'", " a='b'", "<!--x-->", "<?x?>", "<![CDATA[", "]]>", "<![CDATA[1]]>", "&#49;", "&amp;", "&#32;", "&lt;", "&", "<", ">",
        " ", "\t", "\r\n",
        "-", "+", ".", "0", "9", "99999999999", "e", "x", "=", "T", ":", "\u0001", "é", "\uFFFE", "\uFEFF", "😀", "&#xFFFE;",
        "<!DOCTYPE a>", "<?xml version='1.0'?>",
    ];

    private const string Declaration = " xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'";

    private static readonly string[] Methods = ["add", "a.b", "system.listMethods", "A_1:/x", "<![CDATA[add]]>", "a&#100;d"];

    private static readonly string[] Untyped =
        ["<value/>", "<value></value>", "<value>  </value>", "<value>a<!--x-->b</value>", "<value>x &amp; y</value>"];

    private static readonly string[] Simple =
    [
        "<string/>", "<nil/>", "<string>plain text</string>", "<string> \r\n&#13;<![CDATA[<a>]]> é😀</string>", "<struct/>",
        "<array><data/></array>",
    ];

    private static readonly string[] Names = ["a", "b", "name", "", " ", "größe", "a&amp;b", "x.y", "<![CDATA[<]]>"];

    private readonly Random _random = new(seed);
    private bool _isDeclared;

    /// <summary>Makes the next call.</summary>
    public string Next()
    {
        var text = new StringBuilder();
        text.Append(Chance(2) ? "<?xml version=\"1.0\"?>" : "");
        _isDeclared = Chance(2);
        text.Append(Gap()).Append(_isDeclared ? $"<methodCall{Declaration} >" : "<methodCall>");
        text.Append(Gap()).Append("<methodName>").Append(Pick(Methods)).Append("</methodName>").Append(Gap());
        if (!Chance(10))
        {
            text.Append("<params>");
            for (var count = _random.Next(4); count > 0; count--)
            {
                text.Append(Gap()).Append("<param>").Append(Gap());
                Value(text, 0);
                text.Append(Gap()).Append("</param>");
            }

            text.Append(Gap()).Append("</params>");
        }

        return text.Append(Gap()).Append("</methodCall>").Append(Gap()).ToString();
    }

    private void Value(StringBuilder text, int depth)
    {
        if (Chance(12))
        {
            text.Append(Pick(Untyped));
            return;
        }

        text.Append("<value>").Append(Gap());
        switch (_random.Next(depth > 3 ? 7 : 10))
        {
            case 0:
                Scalar(text, Pick(["int", "i4"]), Format(_random.Next(int.MinValue, int.MaxValue), Pick(["0", "000000", "+0;-0"])));
                break;
            case 1:
                Scalar(text, _isDeclared ? "ex:i8" : "i8", Format(_random.NextInt64(long.MinValue, long.MaxValue), "0"));
                break;
            case 2:
                Scalar(text, "boolean", Pick(["0", "1"]));
                break;
            case 3:
                Scalar(text, "double", Pick(["1.5", "-0.0", ".5", "5.", "5", "+12.25", Format(_random.NextDouble() * 1000, "F9")]));
                break;
            case 4:
                var date = DateTime.MinValue.AddSeconds(_random.NextInt64(315_537_897_600));
                Scalar(text, "dateTime.iso8601", Format(date, "yyyyMMdd'T'HH':'mm':'ss"));
                break;
            case 5:
                Scalar(text, "base64", Convert.ToBase64String(Encoding.UTF8.GetBytes(Pick(["", "a", "ab", "abc", "abcd\0"]))));
                break;
            case 6:
                text.Append(Pick(Simple));
                break;
            case 7:
                Struct(text, depth);
                break;
            default:
                text.Append("<array>").Append(Gap()).Append("<data>");
                for (var count = _random.Next(4); count > 0; count--)
                {
                    text.Append(Gap());
                    Value(text, depth + 1);
                }

                text.Append(Gap()).Append("</data>").Append(Gap()).Append("</array>");
                break;
        }

        text.Append(Gap()).Append("</value>");
    }

    private void Struct(StringBuilder text, int depth)
    {
        text.Append("<struct>").Append(Gap());
        foreach (var name in Names.Where(_ => Chance(4)))
        {
            text.Append("<member>").Append(Gap()).Append("<name>").Append(name).Append("</name>").Append(Gap());
            Value(text, depth + 1);
            text.Append(Gap()).Append("</member>").Append(Gap());
        }

        text.Append("</struct>");
    }

    /// <summary>A scalar's text, now and then with a comment, a CDATA section or a reference in it.</summary>
    private void Scalar(StringBuilder text, string element, string content)
    {
        var half = content.Length / 2;
        text.Append('<').Append(element).Append('>').Append(_random.Next(8) switch
        {
            0 => content[..half] + "<!--1-->" + content[half..],
            1 => content[..half] + "<?x 1?>" + content[half..],
            2 => $"<![CDATA[{content}]]>",
            3 when half > 0 => $"{content[..half]}&#{Format((int)content[half], "0")};{content[(half + 1)..]}",
            _ => content,
        }).Append("</").Append(element).Append(Chance(8) ? " >" : ">");
    }

    private string Gap() => _random.Next(12) switch
    {
        0 => " ",
        1 => "\n  ",
        2 => "\r\n",
        3 => "<!-- a & <b> -->",
        4 => "<?a b?>",
        _ => "",
    };

    private static string Format(IFormattable value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
