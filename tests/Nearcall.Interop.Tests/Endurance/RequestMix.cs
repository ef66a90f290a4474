using System.Buffers;
using System.Globalization;
using System.Text;

namespace Nearcall.Interop.Tests.Endurance;

/// <summary>Requests of every sort, good and bad, the same for the same seed.</summary>
internal sealed class RequestMix(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Gives the next request and what its answer must be.</summary>
    public MixedRequest Next() => _random.Next(100) switch
    {
        < 40 => Sum(),
        < 50 => Post(Call("divide", 10, 0), fault: 1),
        < 53 => Post(Call("multiply", int.MaxValue, 2), fault: 2),
        < 58 => Post(Call("no.such.method", 10, 5), fault: XmlRpcFaultCodes.MethodNotFound),
        < 63 => Post(Call("add", "ten", 5), fault: XmlRpcFaultCodes.InvalidParameters),
        < 66 => Post(Call("add", 10), fault: XmlRpcFaultCodes.InvalidParameters),
        < 81 => Post(Mutated()),
        < 84 => Post(Garbage()),
        < 87 => Post(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 2000)))),
        < 89 => Post(Call("system.multicall", XmlRpcArray.Create(Entry("add", 1, 2), Entry("divide", 1, 0), 5))),
        < 91 => Post(Call("add", 10, 5), contentType: "application/json", status: 415),
        < 93 => new(Encoding.ASCII.GetBytes("GET /RPC2 HTTP/1.1\r\nHost: server\r\n\r\n"), 405),
        < 95 => Post(Call("add", 10, 5), path: "/elsewhere", status: 404),
        < 97 => new(Encoding.ASCII.GetBytes("POST /RPC2 HTTP/1.1\r\nHost server\r\n\r\n"), 400),
        < 98 => new(Post(Call("add", 10, 5), path: "/RPC2?cut").Octets[..^_random.Next(1, 190)], 0),
        < 99 => Post(Call("add", 10, 5), more: "Content-Encoding: gzip\r\n", status: 415),
        _ => Post([], status: 200),
    };

    private static XmlRpcStruct Entry(string method, params XmlRpcValue[] arguments) =>
        new() { ["methodName"] = method, ["params"] = XmlRpcArray.Create(arguments) };

    private static byte[] Call(string method, params XmlRpcValue[] arguments)
    {
        var output = new ArrayBufferWriter<byte>();
        XmlRpcMethodCall.Write(output, method, arguments);
        return output.WrittenSpan.ToArray();
    }

    private static MixedRequest Post(
        byte[] body,
        string path = "/RPC2",
        string contentType = "text/xml",
        string more = "",
        int status = 200,
        int? fault = null,
        int? result = null)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: server\r\nContent-Type: {contentType}\r\n{more}Content-Length: {body.Length}\r\n\r\n");
        return new([.. Encoding.ASCII.GetBytes(head), .. body], status, fault, result);
    }

    private MixedRequest Sum()
    {
        var (a, b) = (_random.Next(1 << 30), _random.Next(1 << 30));
        return Post(Call("add", a, b), result: a + b);
    }

    private byte[] Mutated()
    {
        var octets = Call("add", _random.Next(), _random.Next()).ToList();
        for (var changes = _random.Next(1, 6); changes > 0; changes--)
        {
            var place = _random.Next(octets.Count);
            switch (_random.Next(4))
            {
                case 0:
                    octets[place] = (byte)_random.Next(256);
                    break;
                case 1:
                    octets.Insert(place, (byte)"<>/&'\" ![]"[_random.Next(10)]);
                    break;
                case 2:
                    octets.RemoveRange(place, Math.Min(_random.Next(1, 20), octets.Count - place - 1));
                    break;
                default:
                    octets.InsertRange(place, octets.Skip(_random.Next(octets.Count)).Take(30).ToArray());
                    break;
            }
        }

        return [.. octets];
    }

    private byte[] Garbage()
    {
        var octets = new byte[_random.Next(1, 500)];
        _random.NextBytes(octets);
        return octets;
    }
}
