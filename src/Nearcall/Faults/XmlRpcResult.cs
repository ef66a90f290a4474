using System.Diagnostics.CodeAnalysis;

namespace Nearcall;

/// <summary>The outcome of a call that a server answered: its result or its fault.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <remarks>Immutable. <c>default</c> is the success of <c>default(T)</c>.</remarks>
public readonly record struct XmlRpcResult<T>
{
    private readonly T _value;

    /// <summary>Makes a success.</summary>
    /// <param name="value">The result.</param>
    public XmlRpcResult(T value) => _value = value;

    /// <summary>Makes a failure.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    public XmlRpcResult(XmlRpcFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Fault = fault;
        _value = default!;
    }

    /// <summary>The fault, or null if the call succeeded.</summary>
    public XmlRpcFault? Fault { get; }

    /// <summary>Whether the call succeeded.</summary>
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsSuccess => Fault is null;

    /// <summary>The result.</summary>
    /// <exception cref="XmlRpcFaultException">The call failed; the exception carries the fault.</exception>
    public T Value => Fault is null ? _value : throw new XmlRpcFaultException(Fault);

    /// <summary>Gives the result if the call succeeded.</summary>
    /// <param name="value">The result, or <c>default</c>.</param>
    /// <returns>Whether the call succeeded.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return Fault is null;
    }

    /// <summary>Shows the result or the fault.</summary>
    /// <returns>The text of whichever there is.</returns>
    public override string ToString() => Fault?.ToString() ?? _value?.ToString() ?? "";
}
