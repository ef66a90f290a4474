using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Server.Tests.Processes;

namespace Nearcall.Server.Tests.Settings;

/// <summary>What cannot be used is said in one line: where it stands, what it is, what was expected. Then the program ends.</summary>
public sealed class BadSettingTests
{
    [Theory]
    [InlineData("PORT", "65536", "NEARCALL_PORT: a whole number from 0 to 65535 is expected, not '65536'.")]
    [InlineData("PORT", "eighty", "NEARCALL_PORT: a whole number from 0 to 65535 is expected, not 'eighty'.")]
    [InlineData("PORT", "tcp://10.0.0.1:8000", "NEARCALL_PORT: a whole number from 0 to 65535 is expected, not 'tcp://10.0.0.1:8000'.")]
    [InlineData("PORT", "", "NEARCALL_PORT: a text is expected; leave the setting out if there is none.")]
    [InlineData("PROT", "80", "NEARCALL_PROT: there is no such setting.")]
    [InlineData("ADDRESS", "nowhere", "NEARCALL_ADDRESS: an IP address is expected, or * for all, not 'nowhere'.")]
    [InlineData("PATH", "RPC2", "NEARCALL_PATH: a path that begins with / is expected, without wildcards, not 'RPC2'.")]
    [InlineData("PATH", "/{x}", "NEARCALL_PATH: a path that begins with / is expected, without wildcards, not '/{x}'.")]
    [InlineData("PATH", "/health/live", "NEARCALL_PATH: a path outside /health is expected, not '/health/live'.")]
    [InlineData("REQUESTLOG", "yes", "NEARCALL_REQUESTLOG: true or false is expected, not 'yes'.")]
    [InlineData("LIMITS__MAXDEPTH", "257", "NEARCALL_LIMITS__MAXDEPTH: a whole number from 1 to 256 is expected, not '257'.")]
    [InlineData("LIMITS__MAXBYTES", "0", "NEARCALL_LIMITS__MAXBYTES: a whole number from 1 to 9223372036854775807 is expected, not '0'.")]
    [InlineData("KNOWNPROXIES", "10.0.0.0/8, proxy", "NEARCALL_KNOWNPROXIES: an IP address or a network such as 10.0.0.0/8 is expected, not '10.0.0.0/8, proxy'.")]
    [InlineData("OTLP__ENDPOINT", "collector", "NEARCALL_OTLP__ENDPOINT: an address such as http://localhost:4318 is expected, not 'collector'.")]
    [InlineData("LOG__LEVEL", "Loud", "NEARCALL_LOG__LEVEL: Debug, Information, Warning or Error is expected, not 'Loud'.")]
    [InlineData("STOP__NOTREADY", "soon", "NEARCALL_STOP__NOTREADY: a number of seconds from 0 to 3600 is expected, not 'soon'.")]
    [InlineData("STOP__WITHIN", "5", "NEARCALL_STOP__WITHIN: more than the 5 s of Stop:NotReady is expected, not '5'.")]
    [InlineData("TLS__KEY", "key.pem", "NEARCALL_TLS__KEY: a key without Tls:Certificate cannot be used; both or neither are expected, not 'key.pem'.")]
    [InlineData("TLS__CERTIFICATE", "x.pem", "NEARCALL_TLS__CERTIFICATE: a certificate without Tls:Key cannot be used; both or neither are expected, not 'x.pem'.")]
    public async Task Start_BadVariable_SaysWhatAndWhere(string name, string value, string line) =>
        AssertOneLine(line, await PackagedServer.RunAsync([(name, value)]));

    [Theory]
    [InlineData("USERS__ANN", "secret", "NEARCALL_USERS__ANN: a hash as made by 'nearcall-server hash' is expected.")]
    [InlineData("APIKEYS__SHOP", "secret", "NEARCALL_APIKEYS__SHOP: a hash as made by 'nearcall-server hash --api-key' is expected.")]
    public async Task Start_SecretInPlaceOfItsHash_IsNotRepeated(string name, string value, string line) =>
        AssertOneLine(line, await PackagedServer.RunAsync([(name, value)]));

    [Theory]
    [InlineData("""{ "Port": 80000 }""", "Port: a whole number from 0 to 65535 is expected, not '80000'.")]
    [InlineData("""{ "Tls": { "Cert": "x" } }""", "Tls:Cert: there is no such setting.")]
    [InlineData("""{ "Users": { "ann": "" } }""", "Users:ann: a text is expected; leave the setting out if there is none.")]
    [InlineData("""{ "KnownProxies": ["10.0.0.1", "10.0.0.300"] }""", "KnownProxies:1: an IP address or a network such as 10.0.0.0/8 is expected, not '10.0.0.300'.")]
    public async Task Start_BadSettingInAFile_NamesTheFile(string text, string line)
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("settings.json", text);

        AssertOneLine($"{file}: {line}", await PackagedServer.RunAsync([], "--settings", file));
    }

    [Fact]
    public async Task Start_MalformedFile_NamesTheLine()
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("settings.json", "{\n  \"Port\": 8000,,\n}");

        var run = await PackagedServer.RunAsync([("SETTINGS", file)]);

        Assert.StartsWith($"nearcall-server: {file}: line 2 is no proper JSON.", Line(run), StringComparison.Ordinal);
        Assert.Equal(3, run.ExitCode);
    }

    [Fact]
    public async Task Start_NoSuchFile_SaysSo() =>
        AssertOneLine("/nowhere/settings.json: there is no such file.", await PackagedServer.RunAsync([], "--settings", "/nowhere/settings.json"));

    [Fact]
    public async Task Start_UnknownArgument_SaysSo() =>
        AssertOneLine("--prot: there is no such argument here; see nearcall-server --help.", await PackagedServer.RunAsync([], "--prot", "1"));

    [Fact]
    public async Task Start_KeyOfAnotherCertificate_NamesBothFiles()
    {
        using var folder = new ScratchFolder();
        var certificate = folder.Write("certificate.pem", TestCertificate.Create().Certificate);
        var key = folder.Write("key.pem", TestCertificate.Create().Key);

        var run = await PackagedServer.RunAsync([("TLS__CERTIFICATE", certificate), ("TLS__KEY", key)], "--check");

        AssertOneLine($"NEARCALL_TLS__KEY: the key in {key} does not belong to the certificate in {certificate}.", run);
    }

    [Fact]
    public async Task Start_CertificateThatIsNone_NamesTheFile()
    {
        using var folder = new ScratchFolder();
        var certificate = folder.Write("certificate.pem", "nothing");
        var key = folder.Write("key.pem", TestCertificate.Create().Key);

        var run = await PackagedServer.RunAsync([("TLS__CERTIFICATE", certificate), ("TLS__KEY", key)]);

        AssertOneLine($"NEARCALL_TLS__CERTIFICATE: there is no certificate in PEM form in {certificate}.", run);
    }

    [Fact]
    public async Task Start_MissingCertificate_NamesTheFile()
    {
        var run = await PackagedServer.RunAsync([("TLS__CERTIFICATE", "/nowhere/c.pem"), ("TLS__KEY", "/nowhere/k.pem")]);

        Assert.StartsWith("nearcall-server: NEARCALL_TLS__CERTIFICATE: the file cannot be read.", Line(run), StringComparison.Ordinal);
        Assert.Contains("/nowhere/c.pem", run.Errors, StringComparison.Ordinal);
        Assert.Equal(3, run.ExitCode);
    }

    [Fact]
    public async Task Start_BusyPort_SaysWhichAndWhoAskedForIt()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var run = await PackagedServer.RunAsync([("PORT", port), ("ADDRESS", "127.0.0.1")]);

        Assert.StartsWith($"nearcall-server: NEARCALL_PORT: cannot listen on port {port} of address 127.0.0.1.", Line(run), StringComparison.Ordinal);
        Assert.Contains("address already in use", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    private static void AssertOneLine(string expected, ProgramRun run)
    {
        Assert.Equal($"nearcall-server: {expected}", Line(run));
        Assert.Equal(3, run.ExitCode);
    }

    private static string Line(ProgramRun run)
    {
        Assert.Equal("", run.Output);
        return Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
