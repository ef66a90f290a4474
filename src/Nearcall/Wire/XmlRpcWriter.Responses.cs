namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    /// <summary>
    /// Starts the answer to a call that succeeded (R44 to R46). Write its one value, then <see cref="WriteEndMethodResponse"/>.
    /// </summary>
    public void WriteStartMethodResponse()
    {
        Expect(IsAtStart);
        WriteResponseTag();
        Raw("<params><param>"u8);
        _place = Slot;
    }

    /// <summary>Ends the answer to a call that succeeded.</summary>
    public void WriteEndMethodResponse()
    {
        Expect(_depth == 0 && _place is Filled or Items);
        Reserve(SmallestWindow);
        Raw("</param></params></methodResponse>"u8);
        _place = Filled;
    }

    /// <summary>Writes the whole answer to a call that failed (R44, R47).</summary>
    /// <param name="fault">The fault. Of its members only code and text are written.</param>
    /// <remarks>
    /// Characters that XML cannot carry become U+FFFD in the text where the dialect would refuse them (R22): there is nobody left
    /// to tell.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    public void WriteFaultResponse(XmlRpcFault fault)
    {
        Expect(IsAtStart);
        WriteResponseTag();
        Raw("<fault>"u8);
        _place = Slot;
        WriteFaultValue(fault);
        Reserve(SmallestWindow);
        Raw("</fault></methodResponse>"u8);
        _place = Filled;
    }

    /// <summary>Writes a fault as a struct: as the value of a fault, or as a result of <c>system.multicall</c> (R47, R66).</summary>
    /// <param name="fault">The fault. Of its members only code and text are written.</param>
    /// <remarks>As <see cref="WriteFaultResponse"/> does, it writes every text.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    public void WriteFaultValue(XmlRpcFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        WriteStartStruct();
        WriteStartMember("faultCode"u8);
        WriteInt32(fault.Code);
        WriteEndMember();
        WriteStartMember("faultString"u8);
        _invalidCharacters = _dialect.WriteInvalidCharacters == XmlRpcInvalidCharacters.Remove
            ? XmlRpcInvalidCharacters.Remove
            : XmlRpcInvalidCharacters.Replace;
        WriteString(fault.Text);
        _invalidCharacters = _dialect.WriteInvalidCharacters;
        WriteEndMember();
        WriteEndStruct();
    }

    private void WriteResponseTag()
    {
        Reserve(SmallestWindow);
        if (_dialect.WriteExtensions)
        {
            Raw("""<?xml version="1.0" encoding="utf-8"?><methodResponse"""u8
                + """ xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions">"""u8);
        }
        else
        {
            Raw("""<?xml version="1.0" encoding="utf-8"?><methodResponse>"""u8);
        }
    }
}
