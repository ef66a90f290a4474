using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes the client of an interface: a class whose methods are calls.</summary>
internal static class ClientEmitter
{
    private const string Caller = "global::Nearcall.XmlRpcCaller";

    public static string Emit(ContractModel contract, bool mapsFaults)
    {
        var code = ContractFile.Begin();
        var implemented = $"global::Nearcall.IXmlRpcClientContract<{contract.Type}>";
        ContractFile.WritePart(
            code,
            contract,
            implemented,
            $"static {contract.Type} {implemented}.CreateClient({Caller} caller) =>\n    new global::{contract.GeneratedNamespace}.{contract.ClientName}({(IsUsed(contract) ? "caller" : "")});");
        code.Line($"namespace {contract.GeneratedNamespace}");
        using (code.Block())
        {
            code.Line($"/// <summary>Calls the methods of <see cref=\"{contract.Type}\"/>.</summary>");
            code.Line($"internal sealed class {contract.ClientName}{(IsUsed(contract) ? $"({Caller} caller)" : "")} : {contract.Type}");
            using (code.Block())
            {
                WriteMembers(code, contract, mapsFaults);
            }
        }

        return code.ToString();
    }

    private static bool IsUsed(ContractModel contract) => contract.Called.Count > 0;

    private static void WriteMembers(CodeText code, ContractModel contract, bool mapsFaults)
    {
        var fields = ClientFields.Of(contract, mapsFaults);
        var separator = new Separator(code);
        foreach (var field in fields.All)
        {
            separator.Next();
            field.Write(code);
        }

        foreach (var method in contract.Called)
        {
            separator.Next();
            ClientMethod.Write(code, method, fields.Of(method).Name);
        }

        foreach (var member in contract.Refused)
        {
            separator.Next();
            code.Line(member);
        }

        foreach (var field in fields.All)
        {
            separator.Next();
            field.WriteWriter(code);
        }
    }
}
