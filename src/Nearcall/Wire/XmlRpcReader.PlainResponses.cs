namespace Nearcall;

/// <summary>The plain road to the result of an answer: its head as nearly every peer writes it.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>Moves past a head up to the value of the result, or has not moved.</summary>
    private bool TryReadPlainResultHead()
    {
        if (_xml.Position != 0 || _state.Origin.Offset != 0)
        {
            return false;
        }

        var rest = _xml.Text[XmlDeclaration.CommonLength(_xml.Text)..];
        if (!XmlTokenizer.TryPassBlanksAnd(ref rest, "<methodResponse>"u8)
            || !XmlTokenizer.TryPassBlanksAnd(ref rest, "<params>"u8)
            || !XmlTokenizer.TryPassBlanksAnd(ref rest, "<param>"u8))
        {
            return false;
        }

        _xml.Position = _xml.Text.Length - rest.Length;
        _xml.OpenElements(3);
        _state.Phase = XmlRpcReaderPhase.Value;
        _state.Frame = XmlRpcReaderPhase.ResultEnd;
        return true;
    }
}
