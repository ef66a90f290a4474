namespace Nearcall;

/// <summary>
/// <c>system.methodSignature</c>: the types of result and parameters (R61), or the string <c>undef</c> where they can be any (R62).
/// </summary>
internal sealed class MethodSignature : SystemMethod
{
    public MethodSignature()
        : base(
            "system.methodSignature",
            [MethodParameter],
            XmlRpcKind.Array,
            "Lists the signatures of a method, each an array of type names that begins with the type of the result; "
            + "the string 'undef' if the method takes or gives values of any type.")
    {
    }

    protected override void Answer(XmlRpcCallContext context, ServerCall call)
    {
        var served = FindNamed(context, call);
        var writer = context.OpenResult();
        if (served.Signatures.Count == 0)
        {
            writer.WriteString("undef"u8);
        }
        else
        {
            writer.WriteStartArray();
            foreach (var signature in served.Signatures)
            {
                WriteSignature(ref writer, signature);
            }

            writer.WriteEndArray();
        }

        writer.Flush();
    }

    private static void WriteSignature(ref XmlRpcWriter writer, IReadOnlyList<string> signature)
    {
        writer.WriteStartArray();
        foreach (var type in signature)
        {
            writer.WriteString(type);
        }

        writer.WriteEndArray();
    }
}
