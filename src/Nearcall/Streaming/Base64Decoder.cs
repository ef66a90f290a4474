using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>Decodes base64 that comes in pieces, wherever they are cut: the text of one value, white space and all (R33).</summary>
internal struct Base64Decoder
{
    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    private readonly XmlRpcDialect _dialect;
    private Four _group;
    private int _grouped;
    private int _padding;
    private Four _decoded;
    private int _decodedStart;
    private int _decodedEnd;
    private bool _isOver;

    public Base64Decoder(XmlRpcDialect dialect) => _dialect = dialect;

    /// <summary>Decodes until the text or the room is used up.</summary>
    /// <param name="text">The next piece.</param>
    /// <param name="room">Where the octets go; not empty.</param>
    /// <param name="read">How much of the text was used: on an error, what stands before the place.</param>
    /// <param name="written">How much of the room was used.</param>
    public XmlRpcBase64Problem Decode(ReadOnlySpan<byte> text, Span<byte> room, out int read, out int written)
    {
        written = TakeDecoded(room);
        read = 0;
        while (read < text.Length && written < room.Length)
        {
            if (_grouped == 0 && !_isOver && room.Length - written >= 3)
            {
                var run = text[read..].IndexOfAnyExcept(Alphabet);
                var groups = Math.Min((run < 0 ? text.Length - read : run) / 4, (room.Length - written) / 3);
                if (groups > 0)
                {
                    Base64.DecodeFromUtf8(text.Slice(read, groups * 4), room[written..], out var consumed, out var produced);
                    read += consumed;
                    written += produced;
                    continue;
                }
            }

            if (Take(text[read]) is not XmlRpcBase64Problem.None and var problem)
            {
                return problem;
            }

            read++;
            written += TakeDecoded(room[written..]);
        }

        return XmlRpcBase64Problem.None;
    }

    /// <summary>Decodes what is left once the text has ended. Called again until it writes nothing.</summary>
    /// <param name="room">Where the octets go; not empty.</param>
    /// <param name="written">How much of the room was used.</param>
    public XmlRpcBase64Problem Finish(Span<byte> room, out int written)
    {
        written = 0;
        var isCut = _grouped > 0;
        if (isCut && (_grouped == 1 || _grouped - _padding < 2))
        {
            return XmlRpcBase64Problem.Malformed;
        }

        if (isCut && !_dialect.AllowBase64MissingPadding)
        {
            return XmlRpcBase64Problem.MissingPadding;
        }

        while (_grouped > 0)
        {
            Add((byte)'=');
        }

        written = TakeDecoded(room);
        return XmlRpcBase64Problem.None;
    }

    private XmlRpcBase64Problem Take(byte octet)
    {
        if (XmlCharacters.IsBlank(octet))
        {
            return XmlRpcBase64Problem.None;
        }

        if (_isOver)
        {
            return XmlRpcBase64Problem.Malformed;
        }

        if (octet == '=')
        {
            _padding++;
            if (_grouped < 2)
            {
                return XmlRpcBase64Problem.Malformed;
            }
        }
        else if (_padding > 0)
        {
            return XmlRpcBase64Problem.Malformed;
        }
        else if (octet is (byte)'-' or (byte)'_')
        {
            if (!_dialect.AllowBase64Url)
            {
                return XmlRpcBase64Problem.UrlAlphabet;
            }

            octet = octet == '-' ? (byte)'+' : (byte)'/';
        }
        else if (!Alphabet.Contains(octet))
        {
            return XmlRpcBase64Problem.Malformed;
        }

        Add(octet);
        return XmlRpcBase64Problem.None;
    }

    private void Add(byte octet)
    {
        _group[_grouped++] = octet;
        if (_grouped == 4)
        {
            _isOver = octet == '=';
            Base64.DecodeFromUtf8(_group, _decoded, out _, out _decodedEnd);
            _decodedStart = 0;
            _grouped = 0;
        }
    }

    private int TakeDecoded(Span<byte> room)
    {
        var count = Math.Min(_decodedEnd - _decodedStart, room.Length);
        ((ReadOnlySpan<byte>)_decoded).Slice(_decodedStart, count).CopyTo(room);
        _decodedStart += count;
        return count;
    }

    [InlineArray(4)]
    private struct Four
    {
        private byte _first;
    }
}
