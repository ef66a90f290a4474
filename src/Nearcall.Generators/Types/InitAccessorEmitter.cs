using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>
/// Writes what sets <c>init</c> properties of a class. An object initializer sets each property always, so that a member that is missing
/// would take away what the user's own initializer gave.
/// </summary>
internal static class InitAccessorEmitter
{
    private const string Attribute = "global::System.Runtime.CompilerServices.UnsafeAccessor";

    public static void Emit(CodeText code, StructModel model)
    {
        var accessors = model.Members.Select(static member => member.Accessor).OfType<AccessorModel>().ToList();
        foreach (var accessor in accessors.Where(static accessor => accessor.Parameters.Length == 0))
        {
            code.Line();
            EmitMethod(code, accessor, "private");
        }

        foreach (var owner in accessors.Where(static accessor => accessor.Parameters.Length > 0).GroupBy(static accessor => accessor.Owner))
        {
            var first = owner.First();
            var separator = new Separator(code);
            code.Line();
            code.Lines($"private static class {first.OwnerName}Init{first.Parameters}{first.Constraints}");
            using (code.Block())
            {
                foreach (var accessor in owner)
                {
                    separator.Next();
                    EmitMethod(code, accessor, "public");
                }
            }
        }
    }

    private static void EmitMethod(CodeText code, AccessorModel accessor, string access)
    {
        code.Line($"[{Attribute}({Attribute}Kind.Method, Name = {CodeText.Quote(accessor.Accessor)})]");
        code.Line($"{access} static extern void {accessor.Method}({accessor.Owner} target, {accessor.Value} value);");
    }
}
