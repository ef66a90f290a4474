using System.IO.Compression;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests.Streaming;

/// <summary>Results that are arrays and are sent while they come into being.</summary>
public sealed class ItemsResultTests
{
    /// <summary>Items that are surely more than what is held back.</summary>
    private const int Many = 20_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Items_ThatAreFew_AreAnsweredWithTheirLength(int count)
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddItems("numbers", _ => StreamedMethods.Numbers(count)));
        using var client = new HttpClient();

        using var response = await host.PostAsync(client, Message.Of("numbers"));

        Assert.NotNull(response.Content.Headers.ContentLength);
        Assert.Equal(Enumerable.Range(0, count), (await Message.ReadAsync(response)).Value.AsArray().Select(item => item.AsInt32()));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Items_ThatAreMany_AreSentWithoutTheirLength(string version)
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddItems("numbers", _ => StreamedMethods.Numbers(Many)), server: kestrel => Only(kestrel, version));
        using var client = new HttpClient { DefaultRequestVersion = new Version(version) };

        using var response = await host.PostAsync(client, Message.Of("numbers"));

        Assert.Null(response.Content.Headers.ContentLength);
        Assert.Equal(version == "1.1", response.Headers.TransferEncodingChunked == true);
        var items = (await StreamedMethods.ReadAsync(response)).Value.AsArray();
        Assert.Equal(Enumerable.Range(0, Many), items.Select(item => item.AsInt32()));
    }

    [Fact]
    public async Task Items_OverHttp10_EndWithTheConnection()
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddItems("numbers", _ => StreamedMethods.Numbers(Many)));
        using var connection = await host.ConnectAsync();
        var body = Message.Text("numbers");

        await connection.SendAsync(
            $"POST /RPC2 HTTP/1.0\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        var answer = await connection.ReadToEndAsync();

        Assert.DoesNotContain("chunked", answer, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("</data></array></value></param></params></methodResponse>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_AreSentBeforeTheLastExists()
    {
        var isRead = new TaskCompletionSource();
        await using var host = await KestrelHost.StartAsync(methods => methods.AddItems("numbers", _ => Wait()));
        using var client = new HttpClient();

        using var response = await host.PostAsync(client, Message.Of("numbers"));
        isRead.SetResult();

        Assert.Equal(Many, (await StreamedMethods.ReadAsync(response)).Value.AsArray().Count);

        async IAsyncEnumerable<int> Wait()
        {
            await foreach (var number in StreamedMethods.Numbers(Many - 1))
            {
                yield return number;
            }

            await isRead.Task;
            yield return 1;
        }
    }

    [Fact]
    public async Task Items_AreNotMadeFasterThanTheCallerReads()
    {
        var made = 0;
        var ended = new TaskCompletionSource();
        await using var host = await KestrelHost.StartAsync(methods => methods.AddItems("text", token => Endless(token)));
        using var client = new HttpClient();

        using (var response = await host.PostAsync(client, Message.Of("text")))
        {
            // Waits until the server has filled every buffer between it and the caller, who reads nothing.
            int before;
            do
            {
                before = Volatile.Read(ref made);
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
            while (before != Volatile.Read(ref made));
        }

        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.InRange(made, 32, 64 * 1024);
        await host.Log.WaitForAsync("CallerGone");
        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);

        async IAsyncEnumerable<string> Endless([EnumeratorCancellation] CancellationToken token)
        {
            var text = new string('x', 1024);
            try
            {
                while (true)
                {
                    await Task.Yield();
                    made++;
                    yield return text;
                }
            }
            finally
            {
                ended.SetResult();
            }
        }
    }

    [Fact]
    public async Task Caller_WhoLeaves_SignalsTheEnumerator()
    {
        var isCancelled = new TaskCompletionSource<bool>();
        await using var host = await KestrelHost.StartAsync(methods => methods.AddItems("numbers", _ => Wait(CancellationToken.None)));
        using var client = new HttpClient();

        (await host.PostAsync(client, Message.Of("numbers"))).Dispose();

        Assert.True(await isCancelled.Task.WaitAsync(TestContext.Current.CancellationToken));
        await host.Log.WaitForAsync("CallerGone");
        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);

        async IAsyncEnumerable<int> Wait([EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var number in StreamedMethods.Numbers(Many))
            {
                yield return number;
            }

            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                isCancelled.SetResult(token.IsCancellationRequested);
            }
        }
    }

    [Fact]
    public async Task Failure_BeforeAnythingIsSent_IsAFault()
    {
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddItems("fails", _ => StreamedMethods.NumbersAndThen(100, new InvalidOperationException("secret")));
            methods.AddItems("faults", _ => StreamedMethods.NumbersAndThen(100, new XmlRpcFaultException(7, "no more")));
            methods.AddItems("unwritable", _ => Text("\u0001"));
            methods.AddItems<int>("nothing", _ => null!);
        });

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("fails")).Fault?.Code);
        Assert.Equal(7, (await host.CallAsync("faults")).Fault?.Code);
        Assert.Equal(XmlRpcFaultCodes.InternalError, (await host.CallAsync("unwritable")).Fault?.Code);
        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("nothing")).Fault?.Code);
    }

    [Theory]
    [InlineData("1.1", "fails")]
    [InlineData("1.1", "faults")]
    [InlineData("1.1", "unwritable")]
    [InlineData("2.0", "fails")]
    public async Task Failure_AfterAPartIsSent_BreaksTheConnection(string version, string method)
    {
        await using var host = await KestrelHost.StartAsync(
            methods =>
            {
                methods.AddItems("fails", _ => StreamedMethods.NumbersAndThen(Many, new InvalidOperationException("secret")));
                methods.AddItems("faults", _ => StreamedMethods.NumbersAndThen(Many, new XmlRpcFaultException(7, "no more")));
                methods.AddItems("unwritable", _ => Text(new string('x', 100_000), "\u0001"));
            },
            server: kestrel => Only(kestrel, version));
        using var client = new HttpClient { DefaultRequestVersion = new Version(version) };

        // The head may come or not, depending on how fast the connection ends.
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using var response = await host.PostAsync(client, Message.Of(method));
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        });

        await host.Log.WaitForAsync("AnswerBroke");
        var record = Assert.Single(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
        Assert.Matches("The correlation id is [0-9a-f]{32}", record.Text);
        Assert.NotNull(record.Exception);
    }

    [Fact]
    public async Task Failure_AfterAPartIsSent_NeverLooksLikeAnEnd()
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddItems("fails", _ => StreamedMethods.NumbersAndThen(Many, new InvalidOperationException())));
        using var connection = await host.ConnectAsync();
        var body = Message.Text("fails");

        await connection.SendAsync($"POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        var answer = await connection.ReadToEndAsync();

        Assert.DoesNotContain("</methodResponse>", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n0\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeLimit_AfterAPartIsSent_BreaksTheConnection()
    {
        await using var host = await KestrelHost.StartAsync(
            methods =>
            {
                methods.AddItems("slow", token => Slow(Many, token));
                methods.AddItems("slowAtOnce", token => Slow(10, token));
            },
            configure: builder => builder.Services.AddRequestTimeouts(options =>
                options.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(300) }),
            pipeline: application => application.UseRouting().UseRequestTimeouts());
        using var client = new HttpClient();

        using var response = await host.PostAsync(client, Message.Of("slow"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(
            () => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        await host.Log.WaitForAsync("CallTimedOut");

        Assert.Equal(XmlRpcFaultCodes.TimedOut, (await host.CallAsync("slowAtOnce")).Fault?.Code);
        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);

        static async IAsyncEnumerable<int> Slow(int count, [EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var number in StreamedMethods.Numbers(count))
            {
                yield return number;
            }

            await Task.Delay(Timeout.Infinite, token);
        }
    }

    [Fact]
    public async Task Enumerator_IsDisposedHoweverTheCallEnds()
    {
        var disposed = 0;
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddItems("ends", _ => Guarded(StreamedMethods.Numbers(10)));
            methods.AddItems("fails", _ => Guarded(StreamedMethods.NumbersAndThen(10, new InvalidOperationException())));
            methods.AddItems("unwritable", _ => Guarded(Text("\u0001")));
        });

        await host.CallAsync("ends");
        await host.CallAsync("fails");
        await host.CallAsync("unwritable");

        Assert.Equal(3, disposed);

        async IAsyncEnumerable<T> Guarded<T>(IAsyncEnumerable<T> items)
        {
            try
            {
                await foreach (var item in items)
                {
                    yield return item;
                }
            }
            finally
            {
                disposed++;
            }
        }
    }

    [Fact]
    [Trait("Rule", "R65")]
    public async Task R65_StreamedResult_WithinMulticall_IsAFaultOfItsEntryAlone()
    {
        var calls = 0;
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddItems("numbers", _ =>
            {
                calls++;
                return StreamedMethods.Numbers(2);
            });
            methods.AddOctets("octets", () =>
            {
                calls++;
                return new MemoryStream();
            });
            methods.Add("one", () => 1);
        });

        var results = (await host.CallAsync("system.multicall", Multi.Call(("numbers", []), ("octets", []), ("one", [])))).Value;

        Assert.All([results[0], results[1]], entry => Assert.Equal(XmlRpcFaultCodes.InvalidParameters, entry["faultCode"].AsInt32()));
        Assert.Contains("stream", results[0]["faultString"].AsString(), StringComparison.Ordinal);
        Assert.Equal(1, results[2][0].AsInt32());
        Assert.Equal(0, calls);
    }

    [Fact]
    [Trait("Rule", "R61")]
    public async Task R61_Signature_OfStreamedResults_IsThatOfTheWholeValue()
    {
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddItems("numbers", _ => StreamedMethods.Numbers(2));
            methods.AddOctets("octets", () => new MemoryStream());
        });

        Assert.Equal("[[\"array\"]]", (await host.CallAsync("system.methodSignature", "numbers")).Value.ToString());
        Assert.Equal("[[\"base64\"]]", (await host.CallAsync("system.methodSignature", "octets")).Value.ToString());
    }

    [Fact]
    public async Task Compression_OfTheApplication_Works()
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddItems("numbers", _ => StreamedMethods.Numbers(Many)),
            configure: builder => builder.Services.AddResponseCompression(),
            pipeline: application => application.UseResponseCompression());
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None };
        using var client = new HttpClient(handler) { DefaultRequestHeaders = { { "Accept-Encoding", "gzip" } } };

        using var response = await host.PostAsync(client, Message.Of("numbers"));
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        await using var compressed = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var decompressed = new GZipStream(compressed, CompressionMode.Decompress);
        using var answer = new MemoryStream();
        await decompressed.CopyToAsync(answer, TestContext.Current.CancellationToken);

        Assert.Equal(Many, Message.Read(answer.ToArray()).Value.AsArray().Count);
    }

    /// <summary>Has the server speak one version of HTTP alone.</summary>
    internal static void Only(KestrelServerOptions kestrel, string version) => kestrel.ConfigureEndpointDefaults(
        listen => listen.Protocols = version == "2.0" ? HttpProtocols.Http2 : HttpProtocols.Http1);

    private static async IAsyncEnumerable<string> Text(params string[] items)
    {
        await Task.Yield();
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
