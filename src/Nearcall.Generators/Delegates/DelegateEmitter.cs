using Nearcall.Generators.Contracts;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Delegates;

/// <summary>Writes what takes the place of the calls of <c>methods.Add(name, method)</c>.</summary>
internal static class DelegateEmitter
{
    private const string Builder = "global::Nearcall.XmlRpcMethodsBuilder";

    public static string Emit(IReadOnlyCollection<DelegateModel> calls)
    {
        var code = ContractFile.Begin();
        code.Line("namespace Nearcall.Generated");
        using (code.Block())
        {
            code.Line("/// <summary>What is called in place of <c>methods.Add(name, method)</c>: the types of each delegate are known here.</summary>");
            code.Line("file static class AddedDelegates");
            using (code.Block())
            {
                var number = 0;
                foreach (var group in calls.GroupBy(static call => call.Added))
                {
                    WriteMethod(code, group.Key, [.. group], ++number);
                }

                if (calls.Any(static call => call.Added.Type is null))
                {
                    WriteCast(code);
                }
            }
        }

        WriteAttribute(code);
        return code.ToString();
    }

    private static void WriteMethod(CodeText code, AddedDelegateModel added, List<DelegateModel> calls, int number)
    {
        var type = added.Type ?? $"Method{number}";
        foreach (var call in calls)
        {
            code.Line($"// {call.Place}");
            code.Line($"[global::System.Runtime.CompilerServices.InterceptsLocation({call.Version}, \"{call.Location}\")]");
        }

        code.Line($"public static global::Nearcall.XmlRpcMethodBuilder Add{number}(");
        using (code.Indent())
        {
            code.Line($"this {Builder} methods, string name, global::System.Delegate method)");
        }

        using (code.Block())
        {
            MethodDescription.Write(code, type, "name", added.Method, $"Call{number}", begin: "var described = ", end: ";");
            code.Line($"return methods.Add(described.Bind({Bound(added, type)}));");
        }

        if (added.Type is null)
        {
            code.Line($"private delegate {added.ResultType} {type}({added.Parameters});").Line();
        }

        ServiceMethodBody.Write(code, type, added.Method, $"Call{number}");
    }

    // A type without a name is that of a lambda which looks the same.
    private static string Bound(AddedDelegateModel added, string type) => added.Type is null
        ? $"new {type}(Cast(method, {added.ResultType} ({added.Parameters}) => throw null!))"
        : $"({type})method";

    private static void WriteCast(CodeText code)
    {
        code.Line("private static T Cast<T>(global::System.Delegate method, T like)");
        using (code.Indent())
        {
            code.Line("where T : global::System.Delegate => (T)method;");
        }
    }

    private static void WriteAttribute(CodeText code)
    {
        code.Line().Line("namespace System.Runtime.CompilerServices");
        using (code.Block())
        {
            code.Line("[global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]");
            code.Line("file sealed class InterceptsLocationAttribute : global::System.Attribute");
            using (code.Block())
            {
                code.Line("public InterceptsLocationAttribute(int version, string data)");
                using (code.Block())
                {
                }
            }
        }
    }
}
