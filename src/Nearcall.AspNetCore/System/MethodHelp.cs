namespace Nearcall;

/// <summary><c>system.methodHelp</c>: the text that was registered (R63).</summary>
internal sealed class MethodHelp : SystemMethod
{
    public MethodHelp()
        : base(
            "system.methodHelp",
            [MethodParameter],
            XmlRpcKind.String,
            "Describes a method; the text is empty if nobody wrote one.")
    {
    }

    protected override void Answer(XmlRpcCallContext context, ServerCall call)
    {
        var served = FindNamed(context, call);
        var writer = context.OpenResult();
        writer.WriteString(served.Help);
        writer.Flush();
    }
}
