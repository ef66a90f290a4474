namespace Nearcall;

/// <summary><c>system.methodHelp</c>: the text that was registered (R63).</summary>
internal sealed class MethodHelp : SystemMethod
{
    private readonly XmlRpcParameter<string> _name;

    public MethodHelp()
        : this(XmlRpcParameter.Create<string>("method"))
    {
    }

    private MethodHelp(XmlRpcParameter<string> name)
        : base(
            "system.methodHelp",
            [name],
            XmlRpcKind.String,
            "Describes a method; the text is empty if nobody wrote one.") => _name = name;

    protected override void Answer(XmlRpcCallContext context, ServerCall call)
    {
        var reader = context.OpenArguments();
        var served = Find(call, _name.ReadLast(ref reader, context));
        var writer = context.OpenResult();
        writer.WriteString(served.Help);
        writer.Flush();
    }
}
