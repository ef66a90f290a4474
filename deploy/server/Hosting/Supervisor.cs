using System.Net.Sockets;
using System.Text;

namespace Nearcall.Server.Hosting;

/// <summary>Tells systemd how things stand (sd_notify): a datagram to the socket that it names. Without one there is nobody to tell.</summary>
internal static class Supervisor
{
    public static void SayReady() => Say("READY=1");

    public static void SayStopping() => Say("STOPPING=1");

    private static void Say(string state)
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 0 } path)
        {
            return;
        }

        // A leading @ stands for the abstract name space, where names begin with a zero.
        var address = new UnixDomainSocketEndPoint(path[0] == '@' ? '\0' + path[1..] : path);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        try
        {
            socket.Connect(address);
            socket.Send(Encoding.UTF8.GetBytes(state));
        }
        catch (SocketException)
        {
            // Whoever supervises is gone or deaf; serving is worth more than saying so.
        }
    }
}
