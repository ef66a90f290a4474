using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>Writes how a tuple is read and written: as an array of just as many items.</summary>
internal static class TupleEmitter
{
    public static void Emit(CodeText code, TupleModel model)
    {
        var count = model.Items.Count;
        using (ConverterEmitter.BeginRead(code, model))
        {
            code.Line("reader.ReadStartArray();");
            for (var i = 0; i < count; i++)
            {
                code.Line($"ReadNextItem(ref reader, {i});");
                code.Line($"var item{i + 1} = {model.Items[i].ReadAlone("reader")};");
            }

            code.Line("if (reader.ReadNextItem())");
            using (code.Block())
            {
                Throw(code, $"\"An array of {Items(count)} was expected, and this one has more.\"");
            }

            code.Line();
            var items = string.Join(", ", Enumerable.Range(1, count).Select(static number => $"item{number}"));
            code.Line(model.IsReference || count == 1 ? $"return new {model.Type}({items});" : $"return ({items});");
        }

        code.Line();
        using (ConverterEmitter.BeginWrite(code, model, model.IsReference ? "value is null" : null))
        {
            code.Line("writer.WriteStartArray();");
            for (var i = 0; i < count; i++)
            {
                code.Lines(model.Items[i].Write("writer", $"value.Item{i + 1}"));
            }

            code.Line("writer.WriteEndArray();");
        }

        code.Line();
        code.Line("private static void ReadNextItem(ref global::Nearcall.XmlRpcReader reader, int before)");
        using (code.Block())
        {
            code.Line("if (!reader.ReadNextItem())");
            using (code.Block())
            {
                Throw(code, $"$\"An array of {Items(count)} was expected, and this one has {{before}}.\"");
            }
        }
    }

    private static void Throw(CodeText code, string problem) => code.Line($"throw reader.CreateException({problem}, \"R55\");");

    private static string Items(int count) => count == 1 ? "1 item" : $"{count} items";
}
