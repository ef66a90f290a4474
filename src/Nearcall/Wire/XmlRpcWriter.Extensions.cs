using System.Globalization;
using System.Numerics;

namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    private readonly bool WritesNilAndI8AsExtensions => _dialect.WriteNilAndI8AsExtensions && _dialect.WriteExtensions;

    /// <summary>Writes an <c>ex:i1</c> (R74).</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="XmlRpcFormatException"><see cref="XmlRpcDialect.WriteExtensions"/> is off (R77).</exception>
    public void WriteSByte(sbyte value)
    {
        NeedExtensions("An ex:i1");
        BeginValue(ScalarSize);
        WriteNumber("<value><ex:i1>"u8, (int)value, "</ex:i1></value>"u8);
    }

    /// <summary>Writes an <c>ex:i2</c> (R74).</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="XmlRpcFormatException"><see cref="XmlRpcDialect.WriteExtensions"/> is off (R77).</exception>
    public void WriteInt16(short value)
    {
        NeedExtensions("An ex:i2");
        BeginValue(ScalarSize);
        WriteNumber("<value><ex:i2>"u8, (int)value, "</ex:i2></value>"u8);
    }

    /// <summary>Writes an <c>ex:float</c> in the form of a double (R74, R17).</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="XmlRpcFormatException">
    /// <see cref="XmlRpcDialect.WriteExtensions"/> is off (R77), or the value is infinite or no number (R18) and
    /// <see cref="XmlRpcDialect.WriteNonFiniteDouble"/> is off.
    /// </exception>
    public void WriteSingle(float value)
    {
        NeedExtensions("An ex:float");
        NeedFinite(value, "An ex:float");
        BeginValue(ScalarSize + XmlRpcDouble.MaxLength);
        Raw("<value><ex:float>"u8);
        if (float.IsFinite(value))
        {
            _position += XmlRpcDouble.Format(value, _window[_position..]);
        }
        else
        {
            WriteNonFinite(value);
        }

        Raw("</ex:float></value>"u8);
    }

    /// <summary>Writes an <c>ex:biginteger</c> (R74). Unlike the other scalars it allocates a string on the way.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="XmlRpcFormatException"><see cref="XmlRpcDialect.WriteExtensions"/> is off (R77).</exception>
    public void WriteBigInteger(BigInteger value)
    {
        NeedExtensions("An ex:biginteger");
        BeginValue(ScalarSize);
        Raw("<value><ex:biginteger>"u8);
        WriteRun(value.ToString(CultureInfo.InvariantCulture));
        Reserve(ScalarSize);
        Raw("</ex:biginteger></value>"u8);
    }

    /// <summary>
    /// Writes an <c>ex:bigdecimal</c> with all its digits and without an exponent (R74). Unlike the other scalars it allocates a
    /// string on the way.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <exception cref="XmlRpcFormatException"><see cref="XmlRpcDialect.WriteExtensions"/> is off (R77).</exception>
    public void WriteBigDecimal(XmlRpcBigDecimal value)
    {
        NeedExtensions("An ex:bigdecimal");
        BeginValue(ScalarSize);
        Raw("<value><ex:bigdecimal>"u8);
        WriteRun(value.ToString());
        Reserve(ScalarSize);
        Raw("</ex:bigdecimal></value>"u8);
    }

    /// <summary>Writes the fragment of an <c>ex:dom</c> as it is: nothing here reads or checks it (R76).</summary>
    private void WriteDom(scoped ReadOnlySpan<byte> fragment)
    {
        NeedExtensions("An ex:dom");
        BeginValue(ScalarSize);
        Raw("<value><ex:dom>"u8);
        WriteRun(fragment);
        Reserve(ScalarSize);
        Raw("</ex:dom></value>"u8);
    }

    private void WriteSerializable(scoped ReadOnlySpan<byte> octets)
    {
        NeedExtensions("An ex:serializable");
        BeginValue(ScalarSize);
        Raw("<value><ex:serializable>"u8);
        WriteBase64Text(octets);
        Reserve(ScalarSize);
        Raw("</ex:serializable></value>"u8);
    }

    private void NeedExtensions(string what)
    {
        if (!_dialect.WriteExtensions)
        {
            Refuse(what, "R77", nameof(XmlRpcDialect.WriteExtensions));
        }
    }
}
