namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>Nearcall with a class registered as an instance. Only the limits are raised, so that payloads of 100 MB come in.</summary>
internal sealed class NearcallSubject : ServerSubject
{
    public override void Add(WebApplicationBuilder builder) => builder.Services.AddXmlRpc(options => options.Limits = options.Limits with
    {
        MaxBytes = int.MaxValue,
        MaxDecompressedBytes = int.MaxValue,
        MaxStringLength = int.MaxValue,
        MaxMembers = int.MaxValue,
        MaxMulticallEntries = 4096,
    });

    public override void Map(WebApplication app) => app.MapXmlRpc("/RPC2", new Calculator());
}
