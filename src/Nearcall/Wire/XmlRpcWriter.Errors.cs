using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    /// <summary>
    /// Makes the exception for a value that a converter cannot write here; the caller throws it. Path and offset are those of the
    /// place that the writer has reached. The output must then be thrown away or truncated.
    /// </summary>
    /// <param name="problem">What is wrong, as a sentence, without the place.</param>
    /// <param name="rule">The id of the rule that is broken, or null.</param>
    /// <param name="switch">The switch that would write the value, for example <c>XmlRpcDialect.WriteNil</c>; or null.</param>
    /// <returns>The exception, with the code <see cref="XmlRpcFaultCodes.InternalError"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public XmlRpcFormatException CreateException(string problem, string? rule = null, string? @switch = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return CreateException(problem, rule, @switch, valueIsNext: (_place & Closed) == 0);
    }

    private XmlRpcFormatException CreateException(string problem, string? rule, string? @switch, bool valueIsNext)
    {
        Flush();
        var text = WrittenText;
        long offset = text.IsEmpty ? BytesWritten : text.Length;
        if (valueIsNext)
        {
            // Between two items of an array no item is open; this opens the one that was to come.
            Reserve(SmallestWindow);
            Raw("<value>"u8);
            Flush();
            text = WrittenText;
        }

        var path = text.IsEmpty ? "" : XmlRpcPath.Find(text, text.Length);
        return XmlRpcFormatError.Create(problem, path, offset, rule, @switch, XmlRpcFaultCodes.InternalError, transcoded: null);
    }

    /// <summary>All that is in the output, what other writers wrote before included; empty where the output does not show it.</summary>
    private readonly ReadOnlySpan<byte> WrittenText => _output switch
    {
        PooledBuffer buffer => buffer.WrittenSpan,
        ArrayBufferWriter<byte> buffer => buffer.WrittenSpan,
        _ => default,
    };

    /// <summary>Throws for a value that has not been started.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refuse(string what, string rule, string @switch) =>
        throw CreateException($"{what} cannot be written.", rule, $"{nameof(XmlRpcDialect)}.{@switch}");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowTooDeep() =>
        throw CreateException($"Structs and arrays nested deeper than {XmlRpcLimits.GreatestDepth} levels cannot be written.", "R40");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowInvalidText(string what) =>
        throw CreateException(
            $"{what} cannot be written.",
            "R22",
            $"{nameof(XmlRpcDialect)}.{nameof(XmlRpcDialect.WriteInvalidCharacters)}",
            valueIsNext: false);

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefuseMethodName(char character) =>
        throw CreateException(
            $"A method name with the character U+{(int)character:X4} cannot be written.",
            "R08",
            $"{nameof(XmlRpcDialect)}.{nameof(XmlRpcDialect.WriteAnyMethodName)}",
            valueIsNext: false);
}
