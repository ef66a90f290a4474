namespace Nearcall;

/// <summary>
/// <c>system.methodSignature</c>: the types of result and parameters (R61), or the string <c>undef</c> where they can be any (R62).
/// </summary>
internal sealed class MethodSignature : SystemMethod
{
    private readonly XmlRpcParameter<string> _name;

    public MethodSignature()
        : this(XmlRpcParameter.Create<string>("method"))
    {
    }

    private MethodSignature(XmlRpcParameter<string> name)
        : base(
            "system.methodSignature",
            [name],
            XmlRpcKind.Array,
            "Lists the signatures of a method, each an array of type names that begins with the type of the result; "
            + "the string 'undef' if the method takes or gives values of any type.") => _name = name;

    protected override void Answer(XmlRpcCallContext context, ServerCall call)
    {
        var reader = context.OpenArguments();
        var served = Find(call, _name.ReadLast(ref reader, context));
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
