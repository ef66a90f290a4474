namespace Nearcall;

/// <summary><c>system.getCapabilities</c>: the specifications that this endpoint follows (R58, R70).</summary>
internal sealed class GetCapabilities() : SystemMethod(
    "system.getCapabilities",
    [],
    XmlRpcKind.Struct,
    "Lists the specifications that this server follows, each with its address and version.")
{
    protected override void Answer(XmlRpcCallContext context, ServerCall call)
    {
        var reader = context.OpenArguments();
        context.EndArguments(ref reader);
        var options = call.Endpoint.Options;
        var writer = context.OpenResult();
        writer.WriteStartStruct();
        Write(ref writer, "xmlrpc", "http://www.xmlrpc.com/spec", 1);
        Write(ref writer, "faults_interop", "http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php", 20010516);
        if (options.Introspection)
        {
            Write(ref writer, "introspect", "http://xmlrpc-c.sourceforge.net/introspection.html", 1);
        }

        if (options.Multicall)
        {
            Write(ref writer, "system.multicall", "http://www.xmlrpc.com/discuss/msgReader$1208", 1);
        }

        if (options.Dialect.ReadNil)
        {
            Write(ref writer, "nil", "http://www.ontosys.com/xml-rpc/extensions.php", 20010518);
        }

        writer.WriteEndStruct();
        writer.Flush();
    }

    private static void Write(ref XmlRpcWriter writer, string id, string address, int version)
    {
        writer.WriteStartMember(id);
        writer.WriteStartStruct();
        writer.WriteStartMember("specUrl"u8);
        writer.WriteString(address);
        writer.WriteEndMember();
        writer.WriteStartMember("specVersion"u8);
        writer.WriteInt32(version);
        writer.WriteEndMember();
        writer.WriteEndStruct();
        writer.WriteEndMember();
    }
}
