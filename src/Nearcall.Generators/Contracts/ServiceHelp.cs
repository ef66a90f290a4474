using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes what looks for the help of a method in the contract of another assembly.</summary>
internal static class ServiceHelp
{
    public const string Method = "HelpOf";

    /// <summary>Writes the method, if one of the contract asks for it.</summary>
    public static void Write(CodeText code, ContractModel contract)
    {
        if (contract.Served.All(static method => method.Help?.StartsWith(Method, StringComparison.Ordinal) != true))
        {
            return;
        }

        code.Line();
        code.Line("// The comments of the contract are in its own assembly.");
        code.Line($"private static string {Method}<TContract>(string name, int arguments)");
        using (code.Indent())
        {
            code.Line("where TContract : class, global::Nearcall.IXmlRpcServiceContract<TContract> =>");
            code.Line("global::System.Linq.Enumerable.FirstOrDefault(");
            using (code.Indent())
            {
                code.Line("TContract.Describe().Methods,");
                code.Line("method => method.Name == name");
                using (code.Indent())
                {
                    code.Line("&& global::System.Linq.Enumerable.Count(method.Parameters, static parameter => parameter.IsOnWire) == arguments)?.Help ?? \"\";");
                }
            }
        }
    }
}
