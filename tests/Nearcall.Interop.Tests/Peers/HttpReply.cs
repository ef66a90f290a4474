namespace Nearcall.Interop.Tests.Peers;

internal sealed record HttpReply(int Status, byte[] Body);
