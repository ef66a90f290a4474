namespace Nearcall.Server.Hosting;

internal enum Command
{
    Run,
    Check,
    Hash,
    Version,
    Help,
}
