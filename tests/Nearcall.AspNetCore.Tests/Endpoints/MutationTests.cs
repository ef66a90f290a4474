using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests.Endpoints;

public sealed class MutationTests
{
    private const string EmptyArray = "<array><data/></array>";

    private static readonly string[] Seeds =
    [
        """<?xml version="1.0" encoding="utf-8"?>""" + Message.Text(
            "any",
            "<struct><member><name>a</name><value><array><data><value><int>1</int></value></data></array></value></member></struct>",
            "<base64>AAEC</base64>",
            "<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>",
            "Grüße &amp; <![CDATA[<x>]]>",
            "<nil/>"),
        Message.Text("add", "<i4>41</i4>", "<int>1</int>"),
        Message.Text(
            "system.multicall", $"<array><data>{Entry("crash", EmptyArray)}{Entry("system.listMethods", EmptyArray)}</data></array>"),
        Message.Text("system.methodHelp", "add"),
    ];

    private static readonly string[] Pieces =
    [
        "<", ">", "/", "&", ";", "\"", "<value>", "</value>", "<struct>", "</data>", "<int>", "9999999999", "-", " ", "\r\n", "ä",
        "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x>", "<?xml version='1.0'?>", "<?x?>", "&#0;", "&#x10FFFF;", "&lt;",
        "\0", "\uFEFF", "\uFFFE", "system.multicall", "crash",
    ];

    [Theory]
    [Trait("Threat", "S29")]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Request_MutatedAtRandom_IsAlwaysAnsweredWithAMessageAndLeaksNothing(int seed, bool isTolerant)
    {
        await using var host = await TestServerHost.StartAsync(
            methods =>
            {
                methods.Add("any", (XmlRpcValue a, byte[] b, XmlRpcDateTime c, string d, XmlRpcValue e) => a);
                methods.Add("add", (int a, int b) => a + b);
                methods.Add("crash", int () => throw new InvalidOperationException("secret"));
            },
            options => options.Dialect = isTolerant ? XmlRpcDialect.Tolerant : XmlRpcDialect.Strict);
        var random = new Random(seed);
        for (var round = 0; round < 2500; round++)
        {
            var body = Mutate(Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]), random);

            using var response = await host.PostAsync(Message.Of(body, random.Next(20) == 0 ? null : "text/xml"));
            var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            var input = Encoding.Latin1.GetString(body);
            Assert.True((int)response.StatusCode is 200 or (>= 400 and < 500), input);
            Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("XmlRpc", answer, StringComparison.Ordinal);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                await Message.ReadAsync(response);
            }
        }

        Assert.DoesNotContain(host.Log.Records, record => record.Level >= LogLevel.Error && record.Event.Name != "MethodFailed");
        Assert.All(host.Log.Records, record => Assert.True(record.Exception is null or { Message: "secret" }, record.ToString()));
    }

    private static string Entry(string method, string arguments) =>
        $"<value><struct><member><name>methodName</name><value>{method}</value></member>"
        + $"<member><name>params</name><value>{arguments}</value></member></struct></value>";

    private static byte[] Mutate(byte[] body, Random random)
    {
        var octets = body.ToList();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var place = random.Next(octets.Count);
            switch (random.Next(6))
            {
                case 0:
                    octets[place] = (byte)random.Next(256);
                    break;
                case 1:
                    octets.RemoveRange(place, Math.Min(random.Next(1, 20), octets.Count - place));
                    break;
                case 2:
                    octets.RemoveRange(place, octets.Count - place);
                    break;
                case 3:
                    octets.InsertRange(place, octets.GetRange(place, Math.Min(random.Next(1, 60), octets.Count - place)));
                    break;
                default:
                    octets.InsertRange(place, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
            }

            if (octets.Count == 0)
            {
                octets.Add((byte)'<');
            }
        }

        return [.. octets];
    }
}
