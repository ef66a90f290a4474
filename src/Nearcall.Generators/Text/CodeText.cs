using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Nearcall.Generators.Text;

/// <summary>C# as it is written: lines with their indentation, blocks with their braces.</summary>
internal sealed class CodeText
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isBehindBlock;

    /// <summary>Writes one line; an empty one stays empty. What follows a block is set off from it.</summary>
    public CodeText Line(string text = "")
    {
        var code = text.TrimStart();
        if (_isBehindBlock && code.Length > 0 && code[0] is not ('}' or ']' or ')') && !code.StartsWith("else", StringComparison.Ordinal))
        {
            _text.Append('\n');
        }

        _isBehindBlock = code == "}";
        if (text.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(text);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Writes several lines, each indented.</summary>
    public CodeText Lines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Writes the head of a method, its parameters on a line of their own where one line would be too long.</summary>
    public CodeText Head(string beforeParameters, string parameters, string end)
    {
        const int LongestLine = 140;
        if ((_depth * 4) + beforeParameters.Length + parameters.Length + end.Length + 2 <= LongestLine || parameters.Length == 0)
        {
            return Line($"{beforeParameters}({parameters}){end}");
        }

        Line($"{beforeParameters}(");
        using (Indent())
        {
            return Line($"{parameters}){end}");
        }
    }

    /// <summary>Gives the text as a literal.</summary>
    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Gives the text as a literal of UTF-8.</summary>
    public static string Utf8(string text) => Quote(text) + "u8";

    /// <summary>Indents what follows, until what is given is disposed.</summary>
    public IDisposable Indent() => new Scope(this, end: null);

    /// <summary>Opens a block and closes it when what is given is disposed.</summary>
    public IDisposable Block(string end = "}")
    {
        Line("{");
        return new Scope(this, end);
    }

    public override string ToString() => _text.ToString();

    private sealed class Scope : IDisposable
    {
        private readonly CodeText _code;
        private readonly string? _end;

        public Scope(CodeText code, string? end)
        {
            _code = code;
            _end = end;
            code._depth++;
        }

        public void Dispose()
        {
            _code._depth--;
            if (_end is not null)
            {
                _code.Line(_end);
                _code._isBehindBlock = true;
            }
        }
    }
}
