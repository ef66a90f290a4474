namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>grpc-dotnet with its settings as they come.</summary>
internal sealed class GrpcSubject : ServerSubject
{
    public override void Add(WebApplicationBuilder builder) => builder.Services.AddGrpc();

    public override void Map(WebApplication app) => app.MapGrpcService<GrpcCalculator>();
}
