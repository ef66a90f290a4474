using System.Numerics;
using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>
/// One XML-RPC value of any kind: a scalar, a struct, an array or nil. .NET values convert to it implicitly; the
/// <c>As…</c> and <c>TryGet…</c> methods and <see cref="Value"/> lead back.
/// </summary>
/// <remarks>
/// <para><c>default(XmlRpcValue)</c> is nil (R71). Immutable and safe to share between threads.</para>
/// <para>Two values are equal when they have the same kind and the same content: the <c>int</c> 5 does not equal the
/// <c>i8</c> 5. Doubles compare by their bits, so NaN equals itself and 0 does not equal -0. The order of a struct's members
/// does not count (R35); that of an array's items does.</para>
/// <para>A collection expression makes an array: <c>XmlRpcValue value = [1, "two", [3.0]];</c></para>
/// </remarks>
[CollectionBuilder(typeof(XmlRpcValue), nameof(CreateArray))]
public readonly partial struct XmlRpcValue : IEquatable<XmlRpcValue>
{
    /// <summary>
    /// What does not fit into the bits: text, octets, a struct, an array, a number of any size. Of the others, their
    /// <see cref="StoredKind"/>; null for nil.
    /// </summary>
    private readonly object? _reference;

    /// <summary>A number's bits, a date's stamp, or the kind of what does not fit.</summary>
    private readonly long _bits;

    private XmlRpcValue(XmlRpcKind kind, object reference)
    {
        _reference = reference;
        _bits = (long)kind;
    }

    private XmlRpcValue(StoredKind kind, long bits)
    {
        _reference = kind;
        _bits = bits;
    }

    /// <summary>Nil, the typed null (R71); the same as <c>default(XmlRpcValue)</c>.</summary>
    public static XmlRpcValue Nil => default;

    /// <summary>The kind of the value, which is the element it travels in.</summary>
    public XmlRpcKind Kind => _reference is StoredKind stored ? stored.Kind : (XmlRpcKind)_bits;

    /// <summary>Whether the value is nil.</summary>
    public bool IsNil => _reference is null;

    /// <summary>
    /// The content as a .NET value, for pattern matching: null, <see cref="int"/>, <see cref="bool"/>, <see cref="string"/>,
    /// <see cref="double"/>, <see cref="XmlRpcDateTime"/>, <see cref="ReadOnlyMemory{T}"/> of bytes (for <c>base64</c>,
    /// <c>ex:dom</c> and <c>ex:serializable</c>), <see cref="XmlRpcStruct"/>, <see cref="XmlRpcArray"/>, <see cref="long"/>,
    /// <see cref="sbyte"/>, <see cref="short"/>, <see cref="float"/>, <see cref="XmlRpcBigDecimal"/>,
    /// <see cref="BigInteger"/> or <see cref="DateTimeOffset"/> (for <c>ex:dateTime</c>).
    /// </summary>
    /// <remarks>
    /// <para>An answer that is an array of a flag and a result:
    /// <c>if (answer.Value is XmlRpcArray and [{ Value: true }, var result, ..])</c>.</para>
    /// <para>Scalars other than strings are boxed at each reading; <c>As…</c> and <c>TryGet…</c> do not box.</para>
    /// </remarks>
    public object? Value => Kind switch
    {
        XmlRpcKind.Nil => null,
        XmlRpcKind.Int => (int)_bits,
        XmlRpcKind.Boolean => _bits != 0,
        XmlRpcKind.Double => BitConverter.Int64BitsToDouble(_bits),
        XmlRpcKind.DateTime => StoredDate,
        XmlRpcKind.I8 => _bits,
        XmlRpcKind.I1 => (sbyte)_bits,
        XmlRpcKind.I2 => (short)_bits,
        XmlRpcKind.Float => StoredSingle,
        XmlRpcKind.ExtensionDateTime => StoredDate.ToDateTimeOffset(),
        XmlRpcKind.Base64 or XmlRpcKind.Dom or XmlRpcKind.Serializable => StoredOctets,
        _ => _reference,
    };

    /// <summary>How many levels of structs and arrays the value has: 0 for a scalar.</summary>
    internal int Depth => _reference switch
    {
        XmlRpcStruct members => members.Depth,
        XmlRpcArray items => items.Depth,
        _ => 0,
    };

    private XmlRpcDateTime StoredDate => XmlRpcDateTime.FromParts(_bits, ((StoredKind)_reference!).Zone);

    private float StoredSingle => BitConverter.Int32BitsToSingle((int)_bits);

    private ReadOnlyMemory<byte> StoredOctets => (byte[])_reference!;

    /// <summary>The item of an array.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="InvalidCastException">The value is no array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such item.</exception>
    public XmlRpcValue this[int index] => AsArray()[index];

    /// <summary>The member of a struct.</summary>
    /// <param name="name">The member's name; case counts (R49).</param>
    /// <exception cref="InvalidCastException">The value is no struct.</exception>
    /// <exception cref="KeyNotFoundException">The struct has no such member.</exception>
    public XmlRpcValue this[string name] => AsStruct()[name];

    /// <summary>Walks through the items of an array.</summary>
    /// <returns>The enumerator of the array.</returns>
    /// <exception cref="InvalidCastException">The value is no array.</exception>
    public XmlRpcArray.Enumerator GetEnumerator() => AsArray().GetEnumerator();

    /// <summary>Throws when a struct or an array with a child of this depth would be nested too deeply.</summary>
    internal static int DepthAbove(int childDepth)
    {
        if (childDepth >= XmlRpcLimits.GreatestDepth)
        {
            throw new ArgumentException($"Structs and arrays nest at most {XmlRpcLimits.GreatestDepth} levels deep.");
        }

        return childDepth + 1;
    }
}
