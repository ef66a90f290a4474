namespace Nearcall;

/// <summary>
/// Where an <see cref="XmlRpcReader"/> stands: plain data that outlives the reader, so that reading goes on in another with
/// more of the text, or a second time from the same place.
/// </summary>
public struct XmlRpcReaderState
{
    private XmlRpcDialect? _dialect;
    private XmlRpcLimits? _limits;

    /// <summary>Begins a text.</summary>
    /// <param name="dialect">What is accepted. Default: <see cref="XmlRpcDialect.Strict"/>.</param>
    /// <param name="limits">How much is accepted. Default: <see cref="XmlRpcLimits.Default"/>.</param>
    public XmlRpcReaderState(XmlRpcDialect? dialect = null, XmlRpcLimits? limits = null)
    {
        _dialect = dialect;
        _limits = limits;
    }

    /// <summary>What is accepted.</summary>
    public readonly XmlRpcDialect Dialect => _dialect ?? XmlRpcDialect.Strict;

    /// <summary>How much is accepted.</summary>
    public readonly XmlRpcLimits Limits => _limits ?? XmlRpcLimits.Default;

    /// <summary>The octets that were read, counted from the start of the text that is given to the next reader.</summary>
    public int Position { readonly get; internal set; }

    internal XmlOrigin Origin { readonly get; init; }

    /// <summary>The octets, from the start of the text, that are known to be characters that XML allows.</summary>
    internal int Checked { readonly get; set; }

    internal XmlRpcReaderPhase Phase { readonly get; set; }

    /// <summary>The phase after the outermost value.</summary>
    internal XmlRpcReaderPhase Frame { readonly get; set; }

    internal int Members { readonly get; set; }

    internal XmlNamespace? Namespace { readonly get; set; }

    internal int ElementDepth { readonly get; set; }

    internal XmlRpcContainers Containers;

    /// <summary>Does for a state of zeros what the constructor does, in place.</summary>
    internal void Begin(XmlRpcDialect? dialect, XmlRpcLimits? limits)
    {
        _dialect = dialect;
        _limits = limits;
    }

    /// <summary>Makes the state for a text from whose front octets that were read have been cut.</summary>
    /// <param name="octets">The number of octets cut. Range: 0 to <see cref="Position"/>.</param>
    /// <returns>The state that counts from the new front; errors still count from the old one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More is cut than was read.</exception>
    public readonly XmlRpcReaderState Discard(int octets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(octets);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(octets, Position);
        return this with
        {
            Position = Position - octets,
            Checked = Checked - octets,
            Origin = Origin with { Offset = Origin.Offset + octets },
        };
    }
}
