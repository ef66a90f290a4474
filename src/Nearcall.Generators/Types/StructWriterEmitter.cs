using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>Writes how a struct is written: its members as they are declared.</summary>
internal static class StructWriterEmitter
{
    public static void Emit(CodeText code, StructModel model)
    {
        var names = new Names("writer", "value");
        using (ConverterEmitter.BeginWrite(code, model, model.IsReference ? "value is null" : null))
        {
            code.Line("writer.WriteStartStruct();");
            foreach (var member in model.Members)
            {
                if (member is { WireName: { } wireName, Write: { } value })
                {
                    WriteMember(code, member, wireName, value, names);
                }
            }

            code.Line("writer.WriteEndStruct();");
        }
    }

    private static void WriteMember(CodeText code, MemberModel member, string wireName, ValueModel value, Names names)
    {
        var source = $"value.{member.Name}";
        var uses = (member.IsWritten + value.WriteCode).Split(["{value}"], StringSplitOptions.None).Length - 1;
        if (uses > 1)
        {
            // Asked once, checked and written.
            var local = StructReaderEmitter.Local(names, member.Name);
            code.Line($"var {local} = {source};");
            source = local;
        }

        if (member.IsWritten is null)
        {
            Write();
            return;
        }

        code.Line($"if ({member.IsWritten.Replace("{value}", source)})");
        using (code.Block())
        {
            Write();
        }

        code.Line();

        void Write()
        {
            code.Line($"writer.WriteStartMember({CodeText.Utf8(wireName)});");
            code.Lines(value.Write("writer", source));
            code.Line("writer.WriteEndMember();");
        }
    }
}
