namespace Nearcall.Generators.Text;

/// <summary>Puts an empty line between members.</summary>
internal sealed class Separator(CodeText code)
{
    private bool _isBehindFirst;

    public void Next()
    {
        if (_isBehindFirst)
        {
            code.Line();
        }

        _isBehindFirst = true;
    }
}
