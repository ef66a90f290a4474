using System.Buffers;

namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    /// <summary>The characters of a method name (R08).</summary>
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:/");

    /// <summary>
    /// Starts a call (R06, R07). Write its parameters, each with <see cref="WriteStartParameter"/>, one value and
    /// <see cref="WriteEndParameter"/>; then <see cref="WriteEndMethodCall"/>.
    /// </summary>
    /// <param name="name">The name of the method.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    /// <exception cref="XmlRpcFormatException">
    /// The name has characters that the protocol does not allow (R08), and <see cref="XmlRpcDialect.WriteAnyMethodName"/> is off.
    /// </exception>
    public void WriteStartMethodCall(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Expect(IsAtStart);
        if (name.AsSpan().IndexOfAnyExcept(NameCharacters) is var index and >= 0 && !_dialect.WriteAnyMethodName)
        {
            RefuseMethodName(name[index]);
        }

        Reserve(SmallestWindow);
        if (_dialect.WriteExtensions)
        {
            Raw("""<?xml version="1.0" encoding="utf-8"?><methodCall xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions"><methodName>"""u8);
        }
        else
        {
            Raw("""<?xml version="1.0" encoding="utf-8"?><methodCall><methodName>"""u8);
        }

        WriteText(name);
        Reserve(SmallestWindow);
        Raw("</methodName>"u8);
        _paramsPending = true;
        _place = Between;
    }

    /// <summary>Starts a parameter of a call (R10, R11).</summary>
    public void WriteStartParameter()
    {
        Expect(_depth == 0 && _place is Between or Items);
        Reserve(SmallestWindow);
        if (_paramsPending)
        {
            Raw("<params><param>"u8);
            _paramsPending = false;
        }
        else
        {
            Raw("<param>"u8);
        }

        _place = Slot;
    }

    /// <summary>Ends the parameter that was started last.</summary>
    public void WriteEndParameter()
    {
        Expect(_depth == 0 && _place is Filled or Items);
        Reserve(SmallestWindow);
        Raw("</param>"u8);
        _place = Between;
    }

    /// <summary>Ends a call. Without parameters it has empty <c>params</c> if <see cref="XmlRpcDialect.WriteEmptyParams"/> says so (R10).</summary>
    public void WriteEndMethodCall()
    {
        Expect(_depth == 0 && _place is Between or Items);
        Reserve(SmallestWindow);
        if (!_paramsPending)
        {
            Raw("</params></methodCall>"u8);
        }
        else if (_dialect.WriteEmptyParams)
        {
            Raw("<params></params></methodCall>"u8);
        }
        else
        {
            Raw("</methodCall>"u8);
        }

        _paramsPending = false;
        _place = Filled;
    }

    /// <summary>Starts the answer to a call that succeeded (R44 to R46). Write its one value, then <see cref="WriteEndMethodResponse"/>.</summary>
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
            Raw("""<?xml version="1.0" encoding="utf-8"?><methodResponse xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions">"""u8);
        }
        else
        {
            Raw("""<?xml version="1.0" encoding="utf-8"?><methodResponse>"""u8);
        }
    }
}
