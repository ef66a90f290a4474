using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>
/// Writes how the members of a struct are told apart: each knows which is declared behind it, which is the one that most peers
/// send next, so that one comparison finds it. Any other is looked for among all names.
/// </summary>
internal static class StructMembersEmitter
{
    /// <summary>Writes the statements that read all members of a struct whose start was read.</summary>
    /// <param name="code">The file.</param>
    /// <param name="names">The names on the wire, as they are declared.</param>
    /// <param name="member">A name for a variable.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="next">The method of <see cref="EmitNext"/>.</param>
    /// <param name="read">Writes the statements that read one member; they may break out of it.</param>
    public static void EmitLoop(
        CodeText code, IReadOnlyList<string> names, string member, string reader, string next, Action<int> read)
    {
        code.Line(
            names.Count > 0 && IsPlain(names[0])
                ? $"var {member} = {reader}.TryReadMember({CodeText.Utf8(names[0])}) ? 0 : {next}(ref {reader});"
                : $"var {member} = {next}(ref {reader});");
        code.Line($"while ({member} >= 0)");
        using (code.Block())
        {
            code.Line($"switch ({member})");
            using (code.Block())
            {
                for (var i = 0; i < names.Count; i++)
                {
                    code.Line($"case {i}:");
                    using (code.Indent())
                    {
                        read(i);
                        EmitPrediction(code, names, i + 1, reader);
                        code.Line("break;");
                    }
                }

                code.Line("default:");
                using (code.Indent())
                {
                    code.Line($"{reader}.SkipUnknownMember();");
                    code.Line("break;");
                }
            }

            code.Line($"{member} = {next}(ref {reader});");
        }
    }

    /// <summary>Writes the method that finds any member.</summary>
    public static void EmitNext(CodeText code, IReadOnlyList<string> names, string next)
    {
        code.Line("/// <summary>Gives the place of the next member in the order of declaration, -1 where the struct ends.</summary>");
        code.Line($"private static int {next}(ref global::Nearcall.XmlRpcReader reader)");
        using (code.Block())
        {
            code.Line("if (!reader.ReadNextMember())");
            using (code.Block())
            {
                code.Line("return -1;");
            }

            if (names.Count == 0)
            {
                code.Line("return 0;");
                return;
            }

            code.Line("var name = reader.MemberName;");
            for (var i = 0; i < names.Count; i++)
            {
                var equals = $"global::System.MemoryExtensions.SequenceEqual(name, {CodeText.Utf8(names[i])})";
                code.Line(i == 0 ? $"return {equals} ? 0" : $"    : {equals} ? {i}");
            }

            code.Line($"    : {names.Count};");
        }
    }

    private static void EmitPrediction(CodeText code, IReadOnlyList<string> names, int following, string reader)
    {
        if (following == names.Count || !IsPlain(names[following]))
        {
            return;
        }

        code.Line($"if ({reader}.TryReadMember({CodeText.Utf8(names[following])}))");
        using (code.Block())
        {
            code.Line($"goto case {following};");
        }
    }

    /// <summary>Whether a name travels as it stands.</summary>
    private static bool IsPlain(string name) => name.IndexOfAny(['<', '&', '>', '\r']) < 0;
}
