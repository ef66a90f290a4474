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
        BeginCall(name);
        if (_dialect.WriteExtensions)
        {
            Raw("""<?xml version="1.0" encoding="utf-8"?><methodCall"""u8
                + """ xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions"><methodName>"""u8);
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

    /// <summary>Starts a call as an entry of <c>system.multicall</c> (R65): its parameters then stand bare, in an array.</summary>
    internal void WriteStartEntry(string name)
    {
        BeginCall(name);
        Raw("<value><struct><member><name>methodName</name><value><string>"u8);
        WriteText(name);
        Reserve(SmallestWindow);
        Raw("</string></value></member><member><name>params</name><value><array><data>"u8);
        _isEntry = true;
        _place = Between;
    }

    /// <summary>Ends what <see cref="WriteStartEntry"/> began.</summary>
    internal void WriteEndEntry()
    {
        Expect(_isEntry && _depth == 0 && _place == Between);
        Reserve(SmallestWindow);
        Raw("</data></array></value></member></struct></value>"u8);
        _isEntry = false;
        _place = Items;
    }

    /// <summary>Starts a parameter of a call (R10, R11).</summary>
    public void WriteStartParameter()
    {
        Expect(_depth == 0 && _place is Between or Items);
        if (_isEntry)
        {
            _place = Slot;
            return;
        }

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
        if (_isEntry)
        {
            _place = Between;
            return;
        }

        Reserve(SmallestWindow);
        Raw("</param>"u8);
        _place = Between;
    }

    /// <summary>
    /// Ends a call. Without parameters it has empty <c>params</c> if <see cref="XmlRpcDialect.WriteEmptyParams"/> is on (R10).
    /// </summary>
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

    private void BeginCall(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Expect(IsAtStart);
        if (name.AsSpan().IndexOfAnyExcept(NameCharacters) is var index and >= 0 && !_dialect.WriteAnyMethodName)
        {
            RefuseMethodName(name[index]);
        }

        Reserve(SmallestWindow);
    }
}
