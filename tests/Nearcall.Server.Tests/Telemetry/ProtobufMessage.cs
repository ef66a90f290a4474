using System.Buffers.Binary;
using System.Text;

namespace Nearcall.Server.Tests.Telemetry;

/// <summary>
/// A message of https://protobuf.dev/programming-guides/encoding/, read without its schema: fields by their numbers. Enough for a test that
/// looks into what was received.
/// </summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Number, ulong Value, ReadOnlyMemory<byte> Octets)> _fields = [];

    public ProtobufMessage(ReadOnlyMemory<byte> octets)
    {
        while (octets.Length > 0)
        {
            var tag = ReadNumber(ref octets);
            var number = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    _fields.Add((number, ReadNumber(ref octets), default));
                    break;
                case 1:
                    _fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(octets.Span), default));
                    octets = octets[8..];
                    break;
                case 2:
                    var length = (int)ReadNumber(ref octets);
                    _fields.Add((number, 0, octets[..length]));
                    octets = octets[length..];
                    break;
                case 5:
                    _fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(octets.Span), default));
                    octets = octets[4..];
                    break;
                default:
                    throw new InvalidDataException($"There is no kind {tag & 7} of field.");
            }
        }
    }

    public IEnumerable<ProtobufMessage> Messages(int number) =>
        from field in _fields where field.Number == number select new ProtobufMessage(field.Octets);

    /// <summary>Follows a path of fields, through all that there are of each.</summary>
    public IEnumerable<ProtobufMessage> All(params int[] path) =>
        path is [var first, .. var rest] ? Messages(first).SelectMany(message => message.All(rest)) : [this];

    public ulong Number(int number) => _fields.LastOrDefault(field => field.Number == number).Value;

    public string Text(int number) => Encoding.UTF8.GetString(Octets(number));

    public string Hex(int number) => Convert.ToHexStringLower(Octets(number));

    private ReadOnlySpan<byte> Octets(int number) => _fields.LastOrDefault(field => field.Number == number).Octets.Span;

    private static ulong ReadNumber(ref ReadOnlyMemory<byte> octets)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var octet = octets.Span[0];
            octets = octets[1..];
            value |= (ulong)(octet & 0x7f) << shift;
            if (octet < 0x80)
            {
                return value;
            }
        }
    }
}
