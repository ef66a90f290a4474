using System.Text;
using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests.Streaming;

/// <summary>Arguments that are streams and arrive while they are read.</summary>
public sealed class StreamArgumentTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_OfABodySplitAnywhere_ArrivesAsItIs(bool isChunked)
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddDigest());
        using var connection = await host.ConnectAsync();
        var octets = Uploads.Random(40);
        var body = Uploads.Call("digest", "a &lt; b", octets);

        for (var first = 1; first < body.Length; first++)
        {
            var answer = await connection.SplitAsync(body, first, isChunked);
            Assert.Contains($"<string>a &lt; b {Uploads.Digest(octets)}</string>", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(5_000_001)]
    public async Task Stream_OfAnyLength_ArrivesAsItIs(int length)
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddDigest());
        var octets = Uploads.Random(length);

        Assert.Equal($"x {Uploads.Digest(octets)}", (await host.CallAsync("digest", "x", octets)).Value.AsString());
    }

    [Fact]
    public async Task Stream_IsReadBeforeItsEndArrives()
    {
        var hasRead = new TaskCompletionSource<int>();
        await using var host = await KestrelHost.StartAsync(methods => methods.AddUpload("upload", async (_, octets, token) =>
        {
            hasRead.SetResult(await octets.ReadAtLeastAsync(new byte[600], 600, cancellationToken: token));
            return await Uploads.DigestAsync(octets, token);
        }));
        using var connection = await host.ConnectAsync();
        var octets = Uploads.Random(6000);
        var body = Uploads.Call("upload", "x", octets);

        await connection.SendAsync($"{Uploads.Head}Content-Length: {body.Length}\r\n\r\n{body[..2000]}");
        Assert.Equal(600, await hasRead.Task.WaitAsync(TestContext.Current.CancellationToken));
        await connection.SendAsync(body[2000..]);

        Assert.Contains(Uploads.Digest(octets.AsSpan(600)), (await connection.ReadAnswerAsync()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("iso-8859-1", false)]
    public async Task Stream_InAnyEncoding_ArrivesAsItIs(string charset, bool hasMark)
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddDigest());
        using var client = new HttpClient();
        var octets = Uploads.Random(200_000);
        var encoding = Encoding.GetEncoding(charset);
        byte[] body = [.. hasMark || charset == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes(Uploads.Call("digest", "é", octets))];

        using var response = await host.PostAsync(client, Message.Of(body, $"text/xml; charset={charset}"));

        Assert.Equal($"é {Uploads.Digest(octets)}", (await StreamedMethods.ReadAsync(response)).Value.AsString());
    }

    [Theory]
    [InlineData("<base64></base64>", "")]
    [InlineData("<base64/>", "")]
    [InlineData("<base64>\n AAEC\r\n  Aw== \n</base64>", "00010203")]
    [InlineData("<base64><![CDATA[AAEC]]>Aw&#61;=</base64>", "00010203")]
    public async Task Stream_InAnyForm_ArrivesAsItIs(string argument, string octets)
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddDigest());
        using var connection = await host.ConnectAsync();
        var body = Message.Text("digest", "x", argument);

        for (var first = body.IndexOf("<param>", StringComparison.Ordinal); first < body.Length; first++)
        {
            var answer = await connection.SplitAsync(body, first, isChunked: false);
            Assert.Contains(Uploads.Digest(Convert.FromHexString(octets)), answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [Trait("Rule", "R55")]
    [InlineData("<param><value>x</value></param>", XmlRpcFaultCodes.InvalidParameters, "content")]
    [InlineData("", XmlRpcFaultCodes.InvalidParameters, "label")]
    [InlineData("<param><value>x</value></param><param><value><int>1</int></value></param>", XmlRpcFaultCodes.InvalidParameters, "base64")]
    [InlineData("<param><value><int>1</int></value></param><param><value><base64>AAEC</base64></value></param>", XmlRpcFaultCodes.InvalidParameters, "label")]
    [InlineData("<param><value><base64>AAEC</base64></value></param>", XmlRpcFaultCodes.InvalidParameters, "string")]
    [InlineData("<param><value>x</value></param><param><value><base64>AAEC</base64></value></param><param><value>y</value></param>",
        XmlRpcFaultCodes.InvalidParameters, "more arguments")]
    [InlineData("<param><value>x</value></param><param><value><base64>A~EC</base64></value></param>", XmlRpcFaultCodes.InvalidParameters, "base64")]
    [InlineData("<param><value>x</value></param><param><value><base64>AAEC</base64></int></param>", XmlRpcFaultCodes.InvalidMessage, "value")]
    [InlineData("<param><value>x</value></param><param><value><base64>AAEC</value></param>", XmlRpcFaultCodes.NotWellFormed, "base64")]
    [InlineData("<param><value>x</value></param><param><value><base64>AAEC\u0001</base64></value></param>", XmlRpcFaultCodes.InvalidCharacter, "character")]
    public async Task R55_MalformedArguments_AreTheSameFaultHoweverTheyArrive(string parameters, int code, string problem)
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddDigest());
        var body = $"<methodCall><methodName>digest</methodName><params>{parameters}</params></methodCall>";
        var first = body.IndexOf("<params>", StringComparison.Ordinal);
        using var connection = await host.ConnectAsync();

        var gathered = Read(await connection.SplitAsync(body, body.Length, isChunked: false));
        var streamed = Read(await connection.SplitAsync(body, first, isChunked: false));

        Assert.Contains(problem, streamed?.Text, StringComparison.Ordinal);
        Assert.Equal((gathered?.Code, code), (streamed?.Code, code));
        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("</base64></value></param></params>")]
    [InlineData("</base64></value></param></params></methodCall><more/>")]
    [InlineData("</base64></value>")]
    [InlineData("A")]
    public async Task Tail_ThatIsMalformed_IsThrownByTheReadThatReachesIt(string tail)
    {
        var seen = 0;
        Exception? thrown = null;
        Exception? again = null;
        await using var host = await KestrelHost.StartAsync(methods => methods.AddUpload("upload", async (_, octets, token) =>
        {
            var room = new byte[1000];
            try
            {
                int count;
                while ((count = await octets.ReadAsync(room, token)) > 0)
                {
                    seen += count;
                }
            }
            catch (Exception exception)
            {
                thrown = exception;
                again = await Record.ExceptionAsync(async () => await octets.ReadExactlyAsync(room, token));
            }

            return 1;
        }));
        using var connection = await host.ConnectAsync();
        var body = Uploads.Call("upload", "x", Uploads.Random(3000));
        body = body[..body.IndexOf("</base64>", StringComparison.Ordinal)] + tail;

        var answer = await connection.SplitAsync(body, 150, isChunked: true);

        Assert.InRange(seen, 2000, 3000);
        Assert.IsType<XmlRpcFormatException>(thrown);
        Assert.Same(thrown, again);

        // The method dealt with it, so that its answer counts.
        Assert.Contains("<int>1</int>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_OfTheMethod_IsItsOwn()
    {
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddUpload<int>("fails", (_, _, _) => throw new XmlRpcFormatException("from elsewhere"));
            methods.AddUpload<int>("faults", async (_, octets, token) =>
            {
                await octets.ReadAtLeastAsync(new byte[10], 10, cancellationToken: token);
                throw new XmlRpcFaultException(5, "full");
            });
        });
        var octets = Uploads.Random(100_000);

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("fails", "x", octets)).Fault?.Code);
        Assert.Equal(5, (await host.CallAsync("faults", "x", octets)).Fault?.Code);
    }

    [Fact]
    public async Task Stream_NotReadToItsEnd_LeavesTheConnectionOfUse()
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddUpload("ignore", (_, _, _) => Task.FromResult(1)));
        using var connection = await host.ConnectAsync();
        var body = Uploads.Call("ignore", "x", Uploads.Random(100_000));

        for (var call = 0; call < 3; call++)
        {
            Assert.Contains("<int>1</int>", await connection.SplitAsync(body, 200, isChunked: call == 1), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Stream_NotRead_IsAnsweredBeforeItsRestArrives()
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddUpload("ignore", (_, _, _) => Task.FromResult(1)));
        using var connection = await host.ConnectAsync();

        await connection.SendAsync(
            $"{Uploads.Head}Content-Length: 1000000\r\n\r\n{Uploads.Call("ignore", "x", Uploads.Random(1000))[..500]}");

        Assert.Contains("<int>1</int>", (await connection.ReadAnswerAsync()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, null)]
    [InlineData(100, XmlRpcFaultCodes.ApplicationError)]
    public async Task LargeResult_OfAStreamThatIsNotReadToItsEnd_IsNotSent(int step, int? code)
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.Add(XmlRpcServiceMethod.CreateStreaming<object, int>(
                "lengths",
                [new("content", typeof(Stream), XmlRpcKind.Base64), new("step", typeof(int)) { IsOnWire = false }],
                (_, ref arguments, context) => Lengths(context.OpenStreamArgument(ref arguments), step),
                XmlRpcConverter.For<int>(),
                new() { TakesStream = true }).Bind(new object())));

        var result = await host.CallAsync("lengths", Uploads.Random(1_000_000));

        Assert.Equal(code, result.Fault?.Code);
        Assert.Equal(code is not null, host.Log.OfServer.Any(record => record.Exception?.Message.Contains("to its end first", StringComparison.Ordinal) == true));

        static async IAsyncEnumerable<int> Lengths(Stream octets, int step)
        {
            var room = new byte[step];
            int count;
            while ((count = await octets.ReadAsync(room)) > 0)
            {
                yield return count;
            }

            foreach (var number in Enumerable.Range(0, 10_000))
            {
                yield return number;
            }
        }
    }

    [Fact]
    public async Task Stream_AfterTheCall_CannotBeRead()
    {
        Stream? kept = null;
        await using var host = await KestrelHost.StartAsync(methods => methods.AddUpload("keep", (_, octets, _) =>
        {
            kept = octets;
            return Task.FromResult(1);
        }));

        await host.CallAsync("keep", "x", Uploads.Random(100_000));

        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await kept!.ReadExactlyAsync(new byte[10], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Read_UnderWayWhenTheCallEnds_EndsToo()
    {
        Task<int>? read = null;
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddDigest();
            methods.AddUpload("leave", (_, octets, token) =>
            {
                read = octets.ReadAtLeastAsync(new byte[10_000], 10_000, cancellationToken: token).AsTask();
                return Task.FromResult(1);
            });
        });
        using (var connection = await host.ConnectAsync())
        {
            await connection.SendAsync($"{Uploads.Head}Content-Length: 100000\r\n\r\n{Uploads.Call("leave", "x", Uploads.Random(100))[..150]}");
            Assert.Contains("<int>1</int>", (await connection.ReadAnswerAsync()).Body, StringComparison.Ordinal);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => read!.WaitAsync(TestContext.Current.CancellationToken));
        var octets = Uploads.Random(200_000);
        Assert.Equal($"y {Uploads.Digest(octets)}", (await host.CallAsync("digest", "y", octets)).Value.AsString());
    }

    [Fact]
    public async Task Reads_AtTheSameTime_AreRefused()
    {
        Exception? second = null;
        await using var host = await KestrelHost.StartAsync(methods => methods.AddUpload("both", async (_, octets, token) =>
        {
            var first = octets.ReadAtLeastAsync(new byte[3000], 3000, cancellationToken: token);
            second = await Record.ExceptionAsync(async () => await octets.ReadExactlyAsync(new byte[10], token));
            return await first;
        }));
        using var connection = await host.ConnectAsync();
        var body = Uploads.Call("both", "x", Uploads.Random(3000));

        await connection.SendAsync($"{Uploads.Head}Content-Length: {body.Length}\r\n\r\n{body[..200]}");
        while (second is null)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await connection.SendAsync(body[200..]);

        Assert.IsType<InvalidOperationException>(second);
        Assert.Contains("<int>3000</int>", (await connection.ReadAnswerAsync()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Caller_WhoLeavesHalfWay_EndsTheRead(bool isReset)
    {
        var started = new TaskCompletionSource();
        var failure = new TaskCompletionSource<Exception>();
        await using var host = await KestrelHost.StartAsync(methods => methods.AddUpload("upload", async (_, octets, token) =>
        {
            try
            {
                await octets.ReadAtLeastAsync(new byte[10], 10, cancellationToken: token);
                started.SetResult();
                return await Uploads.DigestAsync(octets, token);
            }
            catch (Exception exception)
            {
                failure.SetResult(exception);
                throw;
            }
        }));
        using (var connection = await host.ConnectAsync())
        {
            await connection.SendAsync($"{Uploads.Head}Content-Length: 100000\r\n\r\n{Uploads.Call("upload", "x", Uploads.Random(1000))[..500]}");
            await started.Task.WaitAsync(TestContext.Current.CancellationToken);
            if (isReset)
            {
                connection.Reset();
            }
        }

        Assert.True(await failure.Task.WaitAsync(TestContext.Current.CancellationToken) is IOException or OperationCanceledException);

        // The end of the body and the end of the connection are seen in either order.
        await await Task.WhenAny(host.Log.WaitForAsync("CallerGone"), host.Log.WaitForAsync("RequestRefused"));
        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    [Trait("Rule", "R65")]
    public async Task R65_StreamedArgument_WithinMulticall_IsAFaultOfItsEntryAlone()
    {
        var calls = 0;
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddUpload("upload", (_, _, _) => Task.FromResult(++calls));
            methods.Add("one", () => 1);
        });

        var results = (await host.CallAsync("system.multicall", Multi.Call(("upload", ["x", new byte[3]]), ("one", [])))).Value;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, results[0]["faultCode"].AsInt32());
        Assert.Contains("stream", results[0]["faultString"].AsString(), StringComparison.Ordinal);
        Assert.Equal(1, results[1][0].AsInt32());
        Assert.Equal(0, calls);
    }

    [Fact]
    [Trait("Rule", "R61")]
    public async Task R61_Signature_OfAStream_IsBase64()
    {
        await using var host = await KestrelHost.StartAsync(methods => methods.AddDigest());

        Assert.Equal("[[\"string\",\"string\",\"base64\"]]", (await host.CallAsync("system.methodSignature", "digest")).Value.ToString().Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OtherMethods_BesideOneThatTakesAStream_AreServedAsEver()
    {
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddDigest();
            methods.Add("length", (string text) => text.Length);
            methods.Add("echo", (XmlRpcValue value) => value);
        });
        using var connection = await host.ConnectAsync();
        var body = Message.Text("length", new string('x', 300));

        for (var first = 1; first < 100; first++)
        {
            Assert.Contains("<int>300</int>", await connection.SplitAsync(body, first, isChunked: first % 2 == 0), StringComparison.Ordinal);
        }

        Assert.Equal(1_000_000, (await host.CallAsync("length", new string('x', 1_000_000))).Value.AsInt32());
        Assert.Equal(XmlRpcFaultCodes.MethodNotFound, (await host.CallAsync("none", new string('x', 1_000_000))).Fault?.Code);
        var malformed = Read(await connection.SplitAsync("<methodCall><methodName>a b</methodName><params></params></methodCall>", 45, isChunked: false));
        Assert.Equal(XmlRpcFaultCodes.InvalidMessage, malformed?.Code);
    }

    [Fact]
    public async Task SynchronousReads_AreRefusedUnlessTheServerAllowsThem()
    {
        static Task<string> ReadAll(string label, Stream octets, CancellationToken token)
        {
            using var copy = new MemoryStream();
#pragma warning disable CA1849, VSTHRD103 // What is tested.
            octets.CopyTo(copy);
#pragma warning restore CA1849, VSTHRD103
            return Task.FromResult(Uploads.Digest(copy.ToArray()));
        }

        await using var strict = await KestrelHost.StartAsync(methods => methods.AddUpload("upload", ReadAll));
        await using var lenient = await KestrelHost.StartAsync(
            methods => methods.AddUpload("upload", ReadAll), server: kestrel => kestrel.AllowSynchronousIO = true);
        var octets = Uploads.Random(500_000);

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await strict.CallAsync("upload", "x", octets)).Fault?.Code);
        Assert.Contains(strict.Log.OfServer, record => record.Exception?.Message.Contains("ReadAsync", StringComparison.Ordinal) == true);
        Assert.Equal(Uploads.Digest(octets), (await lenient.CallAsync("upload", "x", octets)).Value.AsString());
    }

    private static XmlRpcFault? Read(string answer) => Message.Read(Encoding.UTF8.GetBytes(answer)).Fault;
}
