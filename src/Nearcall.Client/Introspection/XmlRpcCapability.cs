namespace Nearcall;

/// <summary>One thing that a server says it can do (R70).</summary>
/// <param name="SpecUrl">Where the thing is specified; empty where the server does not say. Written by the peer.</param>
/// <param name="SpecVersion">The version of that specification; 0 where the server does not say.</param>
public readonly record struct XmlRpcCapability(string SpecUrl, int SpecVersion)
{
    internal static XmlRpcCapability Read(XmlRpcStruct members) =>
        new(
            members.TryGetValue("specUrl", out var url) && url.TryGetString(out var text) ? text : "",
            members.TryGetValue("specVersion", out var version) && version.TryGetInt32(out var number) ? number : 0);
}
