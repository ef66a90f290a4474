using System.Runtime.ExceptionServices;

namespace Nearcall;

/// <summary>One call of a batch, with the type of its result. Its outcome is there once the batch was sent.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class XmlRpcMulticallEntry<T> : XmlRpcMulticallEntry
{
    private readonly XmlRpcConverter<T> _converter;
    private XmlRpcResult<T>? _result;
    private XmlRpcFormatException? _exception;

    internal XmlRpcMulticallEntry(string method, XmlRpcArray arguments, XmlRpcConverter<T> converter)
        : base(method, arguments) => _converter = converter;

    /// <inheritdoc/>
    public override bool IsCompleted => _result is not null || _exception is not null;

    /// <inheritdoc/>
    public override XmlRpcFault? Fault => _result?.Fault;

    /// <summary>The result or the fault.</summary>
    /// <exception cref="InvalidOperationException">The batch was not sent, or not answered.</exception>
    /// <exception cref="XmlRpcFormatException">The result of this one call could not be read as a <typeparamref name="T"/>.</exception>
    public XmlRpcResult<T> Result
    {
        get
        {
            if (_exception is not null)
            {
                ExceptionDispatchInfo.Throw(_exception);
            }

            return _result ?? throw new InvalidOperationException($"The batch with this call of '{Method}' was not sent or not answered.");
        }
    }

    /// <summary>The result.</summary>
    /// <exception cref="XmlRpcFaultException">This one call failed; the exception carries its fault.</exception>
    /// <exception cref="InvalidOperationException">The batch was not sent, or not answered.</exception>
    /// <exception cref="XmlRpcFormatException">The result of this one call could not be read as a <typeparamref name="T"/>.</exception>
    public T Value => Result.Value;

    private protected override void ReadResult(ref XmlRpcReader reader) => _result = new XmlRpcResult<T>(_converter.Read(ref reader));

    private protected override void Forget() => (_result, _exception) = (null, null);

    private protected override void Fail(XmlRpcFault fault) => _result = new XmlRpcResult<T>(fault);

    private protected override void Fail(XmlRpcFormatException exception) => (_result, _exception) = (null, exception);
}
