using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>
/// Long arrays of whole numbers on the plain road: the reader's state is written once for many items, and nothing is called for each.
/// </summary>
public ref partial struct XmlRpcReader
{
    /// <summary>Reads items as long as they are <c>int</c> in plain form, of up to eight digits.</summary>
    /// <returns>How many were read.</returns>
    internal int ReadPlainInts(scoped Span<int> items)
    {
        const int GreatestLength = 9;
        if (_state.Phase != XmlRpcReaderPhase.Items || Limits.MaxDigits < GreatestLength)
        {
            return 0;
        }

        items = items[..Math.Min(items.Length, Limits.MaxMembers - _state.Members)];
        var rest = _xml.Text[_xml.Position..];
        var count = 0;
        var textLength = 0;
        while (count < items.Length)
        {
            var text = rest.IsEmpty || rest[0] == '<' ? rest : XmlTokenizer.AfterBlanks(rest);
            if (!text.StartsWith("<value><int>"u8))
            {
                break;
            }

            text = text[12..];
            var sign = text.StartsWith("-"u8) ? 1 : 0;
            if (text.Length < sign + sizeof(ulong))
            {
                break;
            }

            var digits = XmlRpcDigits.ReadEight(BinaryPrimitives.ReadUInt64LittleEndian(text[sign..]), out var number);
            if (digits == 0 || !text[(sign + digits)..].StartsWith("</int></value>"u8))
            {
                break;
            }

            items[count++] = sign == 0 ? (int)number : -(int)number;
            textLength = sign + digits;
            rest = text[(textLength + 14)..];
        }

        if (count > 0)
        {
            _state.Members += count;
            _xml.Position = _xml.Text.Length - rest.Length;
            _content = new XmlContent(_xml.Position - 14 - textLength, textLength, isPlain: true);
            TokenType = XmlRpcTokenType.Scalar;
            Kind = XmlRpcKind.Int;
        }

        return count;
    }

    /// <summary>The same as values. The stack is not that of nested arrays.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadPlainInts(ref ItemBuffer<XmlRpcValue> values)
    {
        Span<int> run = stackalloc int[32];
        int count;
        do
        {
            count = ReadPlainInts(run);
            foreach (var number in run[..count])
            {
                values.Add(number);
            }
        }
        while (count == run.Length);
    }
}
