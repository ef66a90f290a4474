namespace Nearcall;

/// <summary><c>system.listMethods</c>: all names but the hidden ones, those of the server included (R60).</summary>
internal sealed class ListMethods() : SystemMethod(
    "system.listMethods", [], XmlRpcKind.Array, "Lists the names of the methods that this server offers.")
{
    protected override void Answer(XmlRpcCallContext context, ServerCall call)
    {
        var reader = context.OpenArguments();
        context.EndArguments(ref reader);
        var writer = context.OpenResult();
        writer.WriteStartArray();
        foreach (var served in call.Endpoint.Methods.Methods)
        {
            if (!served.IsHidden)
            {
                writer.WriteString(served.Utf8Name);
            }
        }

        writer.WriteEndArray();
        writer.Flush();
    }
}
