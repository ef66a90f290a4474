using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>Writes how a collection is read and written.</summary>
internal static class CollectionEmitter
{
    public static void Emit(CodeText code, CollectionModel model)
    {
        using (ConverterEmitter.BeginRead(code, model))
        {
            code.Line($"var items = {model.Create};");
            if (model.IsDictionary)
            {
                ReadMembers(code, model);
            }
            else
            {
                ReadItems(code, model);
            }

            code.Line();
            code.Line($"return {model.Finish};");
        }

        code.Line();
        using (ConverterEmitter.BeginWrite(code, model, model.IsNull))
        {
            if (model.IsDictionary)
            {
                WriteMembers(code, model);
            }
            else
            {
                WriteItems(code, model);
            }
        }
    }

    private static void ReadItems(CodeText code, CollectionModel model)
    {
        code.Line("reader.ReadStartArray();");
        code.Line("while (reader.ReadNextItem())");
        using (code.Block())
        {
            code.Line($"items.{model.Add}({model.Item.ReadAlone("reader")});");
        }
    }

    private static void ReadMembers(CodeText code, CollectionModel model)
    {
        code.Line("reader.ReadStartStruct();");
        code.Line("while (reader.ReadNextMember())");
        using (code.Block())
        {
            code.Line("var name = reader.GetMemberName();");
            code.Line("if (items.ContainsKey(name) && reader.SkipDuplicateMember())");
            using (code.Block())
            {
                code.Line("continue;");
            }

            code.Line();
            code.Line($"items[name] = {model.Item.ReadAlone("reader")};");
        }
    }

    private static void WriteItems(CodeText code, CollectionModel model)
    {
        code.Line("writer.WriteStartArray();");
        code.Line("foreach (var item in value)");
        using (code.Block())
        {
            code.Lines(model.Item.Write("writer", "item"));
        }

        code.Line();
        code.Line("writer.WriteEndArray();");
    }

    private static void WriteMembers(CodeText code, CollectionModel model)
    {
        code.Line("writer.WriteStartStruct();");
        code.Line("foreach (var (name, item) in value)");
        using (code.Block())
        {
            code.Line("writer.WriteStartMember(name);");
            code.Lines(model.Item.Write("writer", "item"));
            code.Line("writer.WriteEndMember();");
        }

        code.Line();
        code.Line("writer.WriteEndStruct();");
    }
}
