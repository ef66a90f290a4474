using System.Net.Sockets;
using Nearcall.Fleet.Network;
using Nearcall.Fleet.Processes;
using Nearcall.Tests.Rules;

namespace Nearcall.Fleet.Fronts;

/// <summary>A proxy with its configuration from deploy/, of which only times and places are changed.</summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="SendsAgain">
/// Whether nginx is told to send again what was cut off, which it must never be: shows that a call that runs twice is noticed.
/// </param>
internal sealed record Front(string Name, bool SendsAgain)
{
    private const int Port = 443;

    public static IReadOnlyList<string> Names { get; } = ["nginx", "haproxy"];

    public static Uri Address { get; } = new($"https://{FleetNetwork.FrontAddress}/RPC2");

    /// <summary>Where the certificate of a proxy lies.</summary>
    public static string CertificatePath(string folder) => Path.Combine(folder, "tls/fullchain.pem");

    /// <summary>Starts a proxy and waits until it takes connections.</summary>
    public async Task<FleetProcess> StartAsync(FleetTimes times, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "tls"));
        FrontCertificate.Make(FleetNetwork.FrontAddress, CertificatePath(folder), Path.Combine(folder, "tls/key.pem"));
        var command = Name == "nginx" ? NginxFront.Prepare(times, folder, SendsAgain) : HaproxyFront.Prepare(times, folder);
        var process = FleetProcess.Start(FleetNetwork.Front, Path.Combine(folder, "output.log"), new Dictionary<string, string>(), command);
        await process.WaitUntilAsync(IsListening, $"{Name} listened");
        return process;
    }

    /// <summary>Copies a file of deploy/, changed in the places that are named.</summary>
    /// <exception cref="InvalidOperationException">The file does not say what should be changed.</exception>
    public static void Copy(string source, string target, params IReadOnlyList<(string From, string To)> changes)
    {
        var text = File.ReadAllText(Repository.PathOf(source));
        foreach (var (from, to) in changes)
        {
            text = text.Contains(from, StringComparison.Ordinal)
                ? text.Replace(from, to, StringComparison.Ordinal)
                : throw new InvalidOperationException($"{source} does not say '{from}'.");
        }

        File.WriteAllText(target, text);
    }

    private static bool IsListening()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(Address.Host, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
