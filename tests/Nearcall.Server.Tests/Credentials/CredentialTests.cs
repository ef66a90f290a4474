using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Server.Tests.Processes;

namespace Nearcall.Server.Tests.Credentials;

public sealed class CredentialTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Call_WithoutCredentials_IsRefusedAndToldWhatIsTaken()
    {
        await using var server = await StartAsync();

        using var response = await PostAsync(server, _ => { });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(["Bearer", "Basic"], response.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme));
    }

    [Fact]
    public async Task Call_WithTheRightCredentials_IsAnswered()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await StartAsync();
        using var byKey = new XmlRpcClient(server.Rpc, new XmlRpcClientOptions { Credentials = XmlRpcCredentials.Bearer(Key) });
        using var byName = new XmlRpcClient(server.Rpc, new XmlRpcClientOptions { Credentials = XmlRpcCredentials.Basic("änn", "p:w") });

        Assert.Equal(15, await byKey.CallAsync<int>("add", cancellationToken, 10, 5));
        Assert.Equal(15, await byName.CallAsync<int>("add", cancellationToken, 10, 5));
        Assert.Equal(15, await byName.CallAsync<int>("add", cancellationToken, 10, 5));
        using var byHeader = await PostAsync(server, headers => headers.Add("X-Api-Key", Key));
        Assert.Equal(HttpStatusCode.OK, byHeader.StatusCode);
    }

    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer")]
    [InlineData("Basic !!!")]
    [InlineData("Basic /////w==")]
    [InlineData("Digest x")]
    public async Task Call_WithOtherCredentials_IsRefused(string authorization)
    {
        await using var server = await StartAsync();

        using var response = await PostAsync(server, headers => headers.TryAddWithoutValidation("Authorization", authorization));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("änn", "P:w")]
    [InlineData("Änn", "p:w")]
    [InlineData("nobody", "p:w")]
    public async Task Call_WithAWrongNameOrPassword_IsRefusedAlikeAndNotLogged(string name, string password)
    {
        await using var server = await StartAsync();

        using var response = await PostAsync(server, headers => headers.Authorization = Basic(name, password));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var line = await server.WaitForLogAsync("CredentialsRefused");
        Assert.Contains("\"Address\":\"", line, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_WithAnUnknownName_TakesAsLongAsWithAWrongPassword()
    {
        await using var server = await StartAsync(rounds: 1_000_000);
        await RefuseAsync(server, "änn");

        // The shortest of several, as other work makes it longer. Without a hash to check, an unknown name would take a hundredth.
        var known = TimeSpan.MaxValue;
        var unknown = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            known = Min(known, await RefuseAsync(server, "änn"));
            unknown = Min(unknown, await RefuseAsync(server, "nobody"));
        }

        Assert.InRange(unknown / known, 0.2, 5);

        static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
    }

    [Fact]
    public async Task Health_WithoutCredentials_IsAnswered()
    {
        await using var server = await StartAsync();
        using var http = new HttpClient { BaseAddress = server.Root };

        Assert.Equal("ready\n", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Start_CredentialsInClearText_Warns()
    {
        await using var server = await StartAsync();

        await server.WaitForLogAsync("CredentialsInClear");
    }

    [Fact]
    public async Task Hash_OfASecret_IsTakenByTheSettings()
    {
        var password = await HashAsync("p:w\n");
        var key = await HashAsync(Key + "\n", "--api-key");

        Assert.StartsWith("pbkdf2-sha256:600000:", password, StringComparison.Ordinal);
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key))), key);
        (await PackagedServer.RunAsync([("USERS__ANN", password), ("APIKEYS__SHOP", key)], "--check")).ThrowIfFailed();
    }

    [Fact]
    public async Task Hash_OfAShortKey_IsRefused()
    {
        var run = await RunHashAsync("secret\n", "--api-key");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("nearcall-server: hash --api-key: a random key of at least 32 characters is expected", run.Errors, StringComparison.Ordinal);
    }

    // With fewer rounds than a new hash has: these tests are many.
    private static Task<PackagedServer> StartAsync(int rounds = 100_000)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = Rfc2898DeriveBytes.Pbkdf2("p:w", salt, rounds, HashAlgorithmName.SHA256, 32);
        return PackagedServer.StartAsync(
            ("APIKEYS__SHOP", "sha256:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))),
            ("USERS__änn", $"pbkdf2-sha256:{rounds}:{Convert.ToBase64String(salt)}:{Convert.ToBase64String(hash)}"));
    }

    private static async Task<HttpResponseMessage> PostAsync(PackagedServer server, Action<HttpRequestHeaders> headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Rpc)
        {
            Content = new StringContent("<methodCall><methodName>system.listMethods</methodName></methodCall>", Encoding.UTF8, "text/xml"),
        };
        headers(request.Headers);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<TimeSpan> RefuseAsync(PackagedServer server, string name)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await PostAsync(server, headers => headers.Authorization = Basic(name, "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        return Stopwatch.GetElapsedTime(start);
    }

    private static AuthenticationHeaderValue Basic(string name, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));

    private static async Task<string> HashAsync(string secret, params string[] arguments) =>
        (await RunHashAsync(secret, arguments)).ThrowIfFailed().Trim();

    private static async Task<ProgramRun> RunHashAsync(string secret, params string[] arguments)
    {
        var start = PackagedServer.Command([], ["hash", .. arguments]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(secret);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProgramRun(process.ExitCode, output, errors);
    }
}
