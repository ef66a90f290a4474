using System.Text;

namespace Nearcall.Tests.Wire;

/// <summary>Well-formed XML documents at random, with everything in them that XML has but document types.</summary>
internal sealed class DifferentialXmlCorpus(int seed)
{
    /// <summary>What a mutation inserts: the pieces where well-formed turns into ill-formed.</summary>
    public static readonly IReadOnlyList<string> Fragments =
    [
        "<", ">", "&", "/", "<!", "<?", "?>", "]]>", "]]", "--", "-->", "<!--", "<!---->", "<!-->", "<!--->", "<![CDATA[", "<![CDATA[]]>",
        "&#", "&#x",
        ";", "&lt", "&lt;", "&quot;", "&nbsp;", "&#0;", "&#x0;", "&#13;", "&#x10FFFF;", "&#x110000;", "&#xD800;", "&#xFFFE;",
        "&#99999999999;", "&#-1;",
        "<a>", "</a>", "<a/>", "<a />", "</a >", "< a>", "</ a>", "<a/ >", "<:a/>", "<a:/>", "<a:b:c/>", "<1/>", "<a.b-c_d/>",
        "<xmlns:a/>", "<xml:a/>",
        " x='1'", " x=\"1\"", " x='1' x='2'", " x=1", " x", " x=", " x='<'", " x='&amp;'", " x='&'", " x = '1'", "x='1'",
        " xml:space='preserve'",
        " xml:lang='de'", " xmlns='u'", " xmlns=''", " xmlns:p='u'", " xmlns:p=''", " xmlns:q='u' p:x='1' q:x='2'", " xmlns:xml='u'",
        " xmlns:xmlns='u'",
        " xmlns:xml='http://www.w3.org/XML/1998/namespace'", " xmlns:p='http://www.w3.org/XML/1998/namespace'",
        " xmlns:p='http://www.w3.org/2000/xmlns/'",
        " xmlns='http://www.w3.org/XML/1998/namespace'", " xmlns='http://www.w3.org/2000/xmlns/'", " xml:space='x'",
        " xml:space='&#100;efault '", " xml:id='1'",
        "<?a?>", "<?a b?>", "<?a", "<?xml?>", "<?XML a?>", "<?xml version='1.0'?>", "<?xml version='1.1'?>", "<?xml-a?>", "<??>", "<? a?>",
        "<?a:b?>",
        "<?xml version='1.0' encoding='utf-8'?>", "<?xml version='1.0' standalone='yes'?>",
        "<?xml version='1.0' encoding='utf-8' standalone='no' ?>",
        "<!DOCTYPE a>", "<!ELEMENT a ANY>", "<!ENTITY a 'b'>", "\r", "\n", "\r\n", "\t", " ", "\0", "\u0001", "\u007F", "\u0085", "\u00A0",
        "\u2028",
        "é", "ſ", "中", "\u0301", "\u0660", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "😀", "𐐀", "·", "<é/>", "<中:文/>", "<·/>", "<a·/>",
        "<𐐀/>", "‿",
    ];

    private static readonly string[] Names = ["a", "b", "value", "data", "é", "a.b", "_x", "a-1", "中文", "Ω·x", "i4", "x\u0301"];
    private static readonly string[] Blanks = [" ", "\n", "\t", "\r\n", "\r", "  "];

    private static readonly string[] Texts =
    [
        "text", " ", "\r\n", "\r", "\n\r", "\t", "é", "中文", "😀", "&lt;", "&gt;", "&amp;", "&apos;", "&quot;", "&#65;", "&#x41;", "&#13;",
        "&#10;", "&#x1F600;",
        "&#xe9;", ">", "]", "]]", "]] >", "\"", "'", "=", "/", "\u0085", "\u2028", "\uFEFF", "\uFFFD", "\u007F", "\uD7FF", "\uE000",
        "a]]&gt;b",
    ];

    private readonly Random _random = new(seed);
    private readonly Stack<string> _prefixes = new();

    /// <summary>Makes the next document.</summary>
    public string Next()
    {
        var text = new StringBuilder();
        text.Append(Chance(3) ? "\uFEFF" : "");
        text.Append(Chance(2) ? Declaration() : "");
        Asides(text);
        Element(text, 0);
        Asides(text);
        return text.ToString();
    }

    private string Declaration() => string.Concat(
        "<?xml",
        Blank(),
        $"version{Maybe(" ")}={Maybe("\n")}{Quoted("1.0")}",
        Chance(2) ? Blank() + "encoding=" + Quoted("utf-8") : "",
        Chance(4) ? Blank() + "standalone=" + Quoted(Chance(2) ? "yes" : "no") : "",
        Maybe(" "),
        "?>");

    private void Asides(StringBuilder text)
    {
        while (Chance(3))
        {
            text.Append(Chance(2) ? Blank() : Aside());
        }
    }

    private void Element(StringBuilder text, int depth)
    {
        var declared = 0;
        var attributes = new StringBuilder();
        if (Chance(4))
        {
            var prefix = Pick(["p", "q", "ex", "é"]);
            _prefixes.Push(prefix);
            declared++;
            attributes.Append(Blank()).Append("xmlns:").Append(prefix).Append('=').Append(Quoted(Pick(["u", "v", XmlNamespace.Apache])));
        }

        if (Chance(8))
        {
            attributes.Append(Blank()).Append("xmlns=").Append(Quoted(Pick(["", "u"])));
        }

        foreach (var name in Names.Where(_ => Chance(16)))
        {
            attributes.Append(Blank()).Append(name).Append(Maybe(" ")).Append('=').Append(Maybe(" "));
            attributes.Append(Quoted(Pick(["", "1", "&lt;", " a\tb ", "]]>", ">", "&#13;", "é"])));
        }

        if (_prefixes.Count > 0 && Chance(4))
        {
            attributes.Append(Blank()).Append(_prefixes.Peek()).Append(":y=").Append(Quoted("1"));
        }

        var element = (_prefixes.Count > 0 && Chance(2) ? Pick([.. _prefixes]) + ":" : "") + Pick(Names);
        text.Append('<').Append(element).Append(attributes).Append(Maybe(" "));
        if (depth > 0 && Chance(5))
        {
            text.Append("/>");
        }
        else
        {
            text.Append('>');
            Content(text, depth);
            text.Append("</").Append(element).Append(Maybe("\n")).Append('>');
        }

        for (; declared > 0; declared--)
        {
            _prefixes.Pop();
        }
    }

    private void Content(StringBuilder text, int depth)
    {
        for (var pieces = depth == 0 ? 6 : _random.Next(4); pieces > 0; pieces--)
        {
            switch (_random.Next(depth > 4 ? 5 : 8))
            {
                case 0 or 1 or 2:
                    text.Append(Pick(Texts)).Append(Maybe("plain text of some length "));
                    break;
                case 3:
                    text.Append(Aside());
                    break;
                case 4:
                    text.Append("<![CDATA[").Append(Pick(["", "x", "<a>", "&amp;", "]]", "]", "\r\n", "--", " ", "é😀"])).Append("]]>");
                    break;
                default:
                    Element(text, depth + 1);
                    break;
            }
        }
    }

    private string Aside() => Chance(2)
        ? $"<!--{Pick(["", "x", "<a>", "&", " - ", "\r", "]]>", "é", "?>", "->"])}-->"
        : $"<?{Pick(["a", "php", "xml-stylesheet", "é", "xmlx"])}{Pick(["", " ", " b", " ? ", " <a>", "\r\n&", " --", "  >"])}?>";

    private string Quoted(string value) => Chance(2) ? $"'{value}'" : $"\"{value}\"";

    private string Blank() => Pick(Blanks);

    private string Maybe(string text) => Chance(4) ? text : "";

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
