using System.Globalization;
using System.Text;

namespace Nearcall.Tests.Wire;

/// <summary>
/// A call at random that is written again with one of its values broken: the same text, the same path, for the same seed.
/// </summary>
internal sealed class PathDocument
{
    /// <summary>Stands in the text where the broken value begins.</summary>
    private const string Broken = "<int>x</int>";

    private static readonly string[] Leaves =
        ["<int>1</int>", "<string>&lt;value&gt;</string>", "<string><![CDATA[<value>]]></string>", "<nil/>", "<array><data/></array>"];

    private static readonly (string Text, string Step)[] Names =
    [
        ("a", ".a"),
        ("createdAt", ".createdAt"),
        ("_1", "._1"),
        ("größe", ".größe"),
        ("中文", ".中文"),
        ("", "['']"),
        (" a ", "[' a ']"),
        ("a.b", "['a.b']"),
        ("a&amp;b", "['a&b']"),
        ("&lt;value&gt;", "['<value>']"),
        ("<![CDATA[</name><value>]]>", "['</name><value>']"),
        ("b<!-- <member> -->c", ".bc"),
        ("&#100;", ".d"),
        ("e]]&gt;", "['e]]>']"),
        ("😀", "['😀']"),
        (new string('-', 65), $"['{new string('-', 64)}…']"),
    ];

    private readonly int _seed;
    private readonly int _target;
    private readonly bool _isTolerant;
    private readonly StringBuilder _text = new();
    private Random _random;

    private PathDocument(int seed, int target, bool isTolerant)
    {
        _seed = seed;
        _target = target;
        _isTolerant = isTolerant;
        _random = new Random(seed);
        Write();
    }

    /// <summary>The number of values in the document.</summary>
    public int Count { get; private set; }

    /// <summary>The text of the call.</summary>
    public string Text => _text.ToString();

    /// <summary>The path of the broken value.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The octets before the text of the broken value.</summary>
    public int Offset { get; private set; }

    /// <summary>Makes the documents of a seed: one for each of its values, broken there.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="isTolerant">Whether elements that the protocol does not know stand between the others.</param>
    public static IEnumerable<PathDocument> EachBroken(int seed, bool isTolerant)
    {
        var count = new PathDocument(seed, -1, isTolerant).Count;
        return Enumerable.Range(0, count).Select(target => new PathDocument(seed, target, isTolerant));
    }

    private void Write()
    {
        _random = new Random(_seed);
        _text.Append("<?xml version='1.0'?>").Append(Gap(mayBeOdd: false)).Append("<methodCall><methodName>m</methodName><params>");
        for (var index = 0; index < 3; index++)
        {
            _text.Append(Gap()).Append("<param>").Append(Gap());
            Value(string.Create(CultureInfo.InvariantCulture, $"params[{index}]"), 0);
            _text.Append(Gap()).Append("</param>");
        }

        _text.Append(Gap()).Append("</params></methodCall>");
    }

    private void Value(string path, int depth)
    {
        var isBroken = Count++ == _target;
        _text.Append(_random.Next(4) == 0 ? "<value a='/>' b=\"&lt;'\" >" : "<value>").Append(Gap(mayBeOdd: false));
        if (isBroken)
        {
            Path = path;
            Offset = Encoding.UTF8.GetByteCount(Text) + "<int>".Length;
            _text.Append(Broken);
        }

        // The content is made even where it is replaced, so that the rest comes out the same.
        var length = _text.Length;
        Content(path, depth);
        _text.Length = isBroken ? length : _text.Length;
        _text.Append(Gap()).Append("</value>");
    }

    private void Content(string path, int depth)
    {
        switch (_random.Next(depth > 2 ? 1 : 4))
        {
            case 0:
                _text.Append(Leaves[_random.Next(Leaves.Length)]);
                break;
            case 1:
                Struct(path, depth);
                break;
            default:
                _text.Append("<array>").Append(Gap()).Append("<data>");
                for (int index = 0, count = _random.Next(5); index < count; index++)
                {
                    _text.Append(Gap());
                    Value(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), depth + 1);
                }

                _text.Append(Gap()).Append("</data>").Append(Gap()).Append("</array>");
                break;
        }
    }

    private void Struct(string path, int depth)
    {
        _text.Append("<struct>").Append(Gap());
        foreach (var (name, step) in Names.Where(_ => _random.Next(5) == 0))
        {
            _text.Append("<member>").Append(Gap()).Append(name.Length == 0 ? "<name/>" : $"<name >{name}</name>").Append(Gap());
            Value(path + step, depth + 1);
            _text.Append(Gap()).Append("</member>").Append(Gap());
        }

        _text.Append("</struct>");
    }

    /// <summary>What may stand between elements; in a value, before its type, an unknown element would be the type.</summary>
    private string Gap(bool mayBeOdd = true) => _random.Next(_isTolerant && mayBeOdd ? 10 : 8) switch
    {
        0 => "\n ",
        1 => "<!-- <param><value> - -->",
        2 => "<?a <data> ?>",
        8 => "<odd a='>'><value><array><data><value/></data></array></value><odd/></odd>",
        9 => "<odd/>",
        _ => "",
    };
}
