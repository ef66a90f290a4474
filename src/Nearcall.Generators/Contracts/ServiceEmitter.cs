using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes the description of a contract for a server, and how its methods are called.</summary>
internal static class ServiceEmitter
{
    public static string Emit(ContractModel contract)
    {
        var code = ContractFile.Begin();
        var service = $"global::Nearcall.XmlRpcService<{contract.Type}>";
        var implemented = $"global::Nearcall.IXmlRpcServiceContract<{contract.Type}>";
        ContractFile.WritePart(
            code,
            contract,
            implemented,
            $"static {service} {implemented}.Describe() =>\n    global::{contract.GeneratedNamespace}.{contract.ServiceName}.Description;");
        code.Line($"namespace {contract.GeneratedNamespace}");
        using (code.Block())
        {
            code.Line($"/// <summary>Describes the methods of <see cref=\"{contract.Type}\"/>, and calls them.</summary>");
            code.Line($"internal static class {contract.ServiceName}");
            using (code.Block())
            {
                var names = new Names(contract.ServiceName, "Description", ServiceHelp.Method);
                var methods = contract.Served.Select(method => (Method: method, Body: names.Take("Call" + method.Stem))).ToList();
                WriteDescription(code, contract, service, methods);
                foreach (var (method, body) in methods)
                {
                    code.Line();
                    ServiceMethodBody.Write(code, contract.Type, method, body);
                }

                ServiceHelp.Write(code, contract);
            }
        }

        return code.ToString();
    }

    private static void WriteDescription(CodeText code, ContractModel contract, string service, List<(MethodModel Method, string Body)> methods)
    {
        code.Line($"public static {service} Description {{ get; }} = new(");
        code.Line("[");
        using (code.Indent())
        {
            foreach (var (method, body) in methods)
            {
                MethodDescription.Write(code, contract.Type, CodeText.Quote(method.WireName), method, body, begin: "", end: ",");
            }
        }

        if (contract.Factory is null)
        {
            code.Line("]);");
            return;
        }

        code.Line("])");
        using (code.Block("};"))
        {
            code.Line($"Factory = static context => {contract.Factory},");
        }
    }
}
