using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>What stands in brackets in a template: calls of functions, texts, numbers, and parts of what they give.</summary>
internal sealed class TemplateExpression(string text, Template template)
{
    private int _at;

    public JsonNode? Evaluate()
    {
        var value = ReadValue();
        return _at == text.Length ? value : throw Wrong("the end");
    }

    private JsonNode? ReadValue()
    {
        SkipBlanks();
        var value = Peek() switch
        {
            '\'' => ReadText(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => ReadCall(),
        };
        while (Peek() is '.' or '[')
        {
            value = ReadPart(value);
        }

        SkipBlanks();
        return value;
    }

    // A quote within a text is written twice.
    private JsonValue ReadText()
    {
        var read = new StringBuilder();
        for (_at++; ; _at++)
        {
            if (Peek() == '\0')
            {
                throw Wrong("a quote");
            }

            if (Peek() == '\'' && (++_at == text.Length || text[_at] != '\''))
            {
                return JsonValue.Create(read.ToString());
            }

            read.Append(text[_at]);
        }
    }

    private JsonValue ReadNumber()
    {
        var start = _at++;
        while (char.IsAsciiDigit(Peek()))
        {
            _at++;
        }

        return JsonValue.Create(int.Parse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture));
    }

    private JsonNode? ReadCall()
    {
        var name = ReadName();
        Expect('(');
        var arguments = new List<JsonNode?>();
        SkipBlanks();
        while (Peek() != ')')
        {
            arguments.Add(ReadValue());
            if (Peek() != ')')
            {
                Expect(',');
            }
        }

        _at++;
        return TemplateFunctions.Call(template, name, arguments);
    }

    private JsonNode? ReadPart(JsonNode? whole)
    {
        if (text[_at++] == '[')
        {
            var index = ReadValue();
            Expect(']');
            return whole is JsonArray items ? items[(int)index!]?.DeepClone() : Member(whole, (string)index!);
        }

        return Member(whole, ReadName());
    }

    private static JsonNode? Member(JsonNode? whole, string name) =>
        whole is JsonObject members && members.TryGetPropertyValue(name, out var value)
            ? value?.DeepClone()
            : throw new TemplateException($"There is no member '{name}' in {whole?.ToJsonString()}.");

    private string ReadName()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Peek()))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw Wrong("a name");
    }

    private char Peek() => _at < text.Length ? text[_at] : '\0';

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\n')
        {
            _at++;
        }
    }

    private void Expect(char c)
    {
        SkipBlanks();
        if (Peek() != c)
        {
            throw Wrong($"'{c}'");
        }

        _at++;
    }

    private TemplateException Wrong(string expected) => new($"[{text}]: {expected} was expected at {_at}.");
}
