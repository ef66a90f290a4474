using Microsoft.CodeAnalysis.CSharp;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>
/// Writes how a struct is read: one variable a member, filled in whatever order the members come, then one object made of them.
/// </summary>
internal static class StructReaderEmitter
{
    public static void Emit(CodeText code, StructModel model)
    {
        var names = new Names("reader", "result", "member");
        var locals = model.Members.Where(static member => member.Binding != MemberBinding.None || member.WireName is not null)
            .Select(member => new MemberLocal(
                member,
                member.Binding == MemberBinding.None || member.WireName is null ? "" : Local(names, member.Name),
                Local(names, "Has" + member.Name.TrimStart('@').ToLargeFirst())))
            .ToList();
        var wire = locals.FindAll(static local => local.Member.WireName is not null);
        using (ConverterEmitter.BeginRead(code, model))
        {
            Declare(code, locals);
            code.Line("reader.ReadStartStruct();");
            StructMembersEmitter.EmitLoop(
                code, [.. wire.Select(static local => local.Member.WireName!)], "member", "reader", "NextMember", i => ReadMember(code, wire[i]));
            code.Line();
            CheckMissing(code, locals);
            Make(code, model, locals);
        }

        code.Line();
        StructMembersEmitter.EmitNext(code, [.. wire.Select(static local => local.Member.WireName!)], "NextMember");
    }

    /// <summary>A variable after a member.</summary>
    public static string Local(Names names, string member)
    {
        var name = names.Take(Naming.Apply(member.TrimStart('@'), Naming.CamelCase));
        return SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name.ToIdentifier() : "@" + name;
    }

    private static void Declare(CodeText code, List<MemberLocal> locals)
    {
        foreach (var local in locals.Where(static local => local.IsRead))
        {
            code.Line($"{local.Member.Type} {local.Name} = {local.Member.Default};");
            code.Line($"var {local.Flag} = false;");
        }
    }

    private static void ReadMember(CodeText code, MemberLocal local)
    {
        if (!local.IsRead)
        {
            code.Line("reader.Skip();");
            return;
        }

        code.Line($"if ({local.Flag} && reader.SkipDuplicateMember())");
        using (code.Block())
        {
            code.Line("break;");
        }

        code.Line();
        code.Line($"{local.Name} = {local.Member.Read!.ReadAlone("reader")};");
        code.Line($"{local.Flag} = true;");
    }

    private static void CheckMissing(CodeText code, List<MemberLocal> locals)
    {
        foreach (var local in locals.Where(static local => local.Member is { IsRequired: true } && local.IsRead))
        {
            code.Line($"if (!{local.Flag})");
            using (code.Block())
            {
                code.Line($"throw reader.CreateMissingMemberException({CodeText.Quote(local.Member.WireName!)});");
            }

            code.Line();
        }
    }

    private static void Make(CodeText code, StructModel model, List<MemberLocal> locals)
    {
        var arguments = locals.Where(static local => local.Member.Binding == MemberBinding.Constructor)
            .OrderBy(static local => local.Member.Position).Select(static local => local.Value);
        var initializers = locals.Where(static local => local.Member.Binding == MemberBinding.Initializer).ToList();
        var later = locals.Where(static local =>
            local.Member.Binding is MemberBinding.Assignment or MemberBinding.Copy or MemberBinding.Accessor).ToList();
        var start = later.Count == 0 ? "return" : "var result =";
        var made = $"{start} new {model.Type}({string.Join(", ", arguments)})";
        if (initializers.Count == 0)
        {
            code.Line($"{made};");
        }
        else
        {
            code.Line(made);
            using (code.Block("};"))
            {
                foreach (var local in initializers)
                {
                    code.Line($"{local.Member.Name} = {local.Value},");
                }
            }
        }

        foreach (var local in later)
        {
            code.Line($"if ({local.Flag})");
            using (code.Block())
            {
                code.Line(Set(local));
            }

            code.Line();
        }

        if (later.Count > 0)
        {
            code.Line("return result;");
        }
    }

    private static string Set(MemberLocal local) => local.Member switch
    {
        { Binding: MemberBinding.Copy } member => $"result = result with {{ {member.Name} = {local.Name} }};",
        { Accessor: { } accessor } => $"{accessor.Expression}(result, {local.Name});",
        var member => $"result.{member.Name} = {local.Name};",
    };

    private sealed record MemberLocal(MemberModel Member, string Name, string Flag)
    {
        public bool IsRead => Member is { WireName: not null, Binding: not MemberBinding.None };

        /// <summary>What was read, or what stands for a member that does not travel.</summary>
        public string Value => IsRead ? Name : Member.Default switch
        {
            // With its type, so that it fits one constructor only.
            "default" or "null" => $"default({Member.Type})",
            "null!" => $"default({Member.Type})!",
            var value => value,
        };
    }
}
