using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>Writes the module's initializer, which makes converters known to <c>XmlRpcConverter.For</c>.</summary>
internal static class RegistrationEmitter
{
    public static string Emit(EquatableArray<ConvertibleModel> models)
    {
        var code = new CodeText();
        ConverterEmitter.Begin(
            code, TypeText.Root, "CA2255 // Nothing but the initialiser of the module runs before a converter of its types is looked for.");
        code.Line("/// <summary>Makes known the converters of types that calls and attributes name.</summary>");
        code.Line("internal static class ConverterRegistration");
        using (code.Block())
        {
            code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            code.Line("internal static void Register()");
            using (code.Block())
            {
                foreach (var model in models)
                {
                    code.Line($"global::Nearcall.XmlRpcConverter.Register<{model.Type}>({model.Converter});");
                }
            }
        }

        return code.ToString();
    }
}
