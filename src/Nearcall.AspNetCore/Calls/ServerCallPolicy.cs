using Microsoft.Extensions.ObjectPool;

namespace Nearcall;

/// <summary>Cleans a call before it serves another.</summary>
internal sealed class ServerCallPolicy : PooledObjectPolicy<ServerCall>
{
    public override ServerCall Create() => new();

    public override bool Return(ServerCall call)
    {
        call.Reset();
        return true;
    }
}
