namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    /// <summary>Starts an <c>array</c> (R38). Write its items, then <see cref="WriteEndArray"/>.</summary>
    /// <exception cref="XmlRpcFormatException">
    /// The value nests deeper than <see cref="XmlRpcLimits.GreatestDepth"/>, as a graph that contains itself does.
    /// </exception>
    public void WriteStartArray()
    {
        BeginContainer();
        Raw("<value><array><data>"u8);
        _place = Items;
    }

    /// <summary>Ends the array that was started last.</summary>
    public void WriteEndArray()
    {
        Expect(_place == Items);
        Reserve(SmallestWindow);
        Raw("</data></array></value>"u8);
        EndContainer();
    }

    /// <summary>
    /// Starts a <c>struct</c> (R34). Write its members, each with <see cref="WriteStartMember(ReadOnlySpan{char})"/>, one value
    /// and <see cref="WriteEndMember"/>; then <see cref="WriteEndStruct"/>.
    /// </summary>
    /// <exception cref="XmlRpcFormatException">
    /// The value nests deeper than <see cref="XmlRpcLimits.GreatestDepth"/>, as a graph that contains itself does.
    /// </exception>
    public void WriteStartStruct()
    {
        BeginContainer();
        Raw("<value><struct>"u8);
        _place = Between;
    }

    /// <summary>Starts a member of a struct (R34, R37). Names are not compared: do not write one twice (R36).</summary>
    /// <param name="name">The name; any text, escaped as needed.</param>
    /// <exception cref="XmlRpcFormatException">The name has characters that XML cannot carry (R22).</exception>
    public void WriteStartMember(scoped ReadOnlySpan<char> name)
    {
        BeginMember();
        WriteText(name);
        Reserve(SmallestWindow);
        Raw("</name>"u8);
    }

    /// <summary>Starts a member of a struct (R34, R37). Names are not compared: do not write one twice (R36).</summary>
    /// <param name="utf8">The name in UTF-8; any text, escaped as needed.</param>
    /// <exception cref="XmlRpcFormatException">The name has characters that XML cannot carry, or is not UTF-8 (R22).</exception>
    public void WriteStartMember(scoped ReadOnlySpan<byte> utf8)
    {
        BeginMember();
        WriteText(utf8);
        Reserve(SmallestWindow);
        Raw("</name>"u8);
    }

    /// <summary>Ends the member that was started last.</summary>
    public void WriteEndMember()
    {
        Expect(_place == Filled || IsAtStart);
        Reserve(SmallestWindow);
        Raw("</member>"u8);
        _place = _depth > 0 ? Between : Items;
    }

    /// <summary>Ends the struct that was started last.</summary>
    public void WriteEndStruct()
    {
        Expect((_place == Between && _depth > 0) || IsAtStart);
        Reserve(SmallestWindow);
        Raw("</struct></value>"u8);
        EndContainer();
    }

    private void BeginMember()
    {
        Expect((_place == Between && _depth > 0) || IsAtStart);
        Reserve(SmallestWindow);
        Raw("<member><name>"u8);
        _place = Slot;
    }
}
