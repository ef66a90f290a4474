namespace Nearcall.Server.Hosting;

internal enum Command
{
    Run,
    Check,
    HashPassword,
    HashKey,
    Version,
    Help,
}
