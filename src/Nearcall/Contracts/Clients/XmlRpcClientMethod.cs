namespace Nearcall;

/// <summary>A procedure as a client calls it: its name, how its arguments are written and its result is read. Generated code makes it.</summary>
/// <typeparam name="TArguments">The arguments together: one value or a tuple.</typeparam>
/// <typeparam name="TResult">The type of the result, or of its items where they are read as they come.</typeparam>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class XmlRpcClientMethod<TArguments, TResult>
{
    /// <summary>Makes a description of a procedure.</summary>
    /// <param name="name">The name on the wire (R07 to R09).</param>
    /// <param name="arguments">Writes the arguments; not the one that <see cref="StreamOf"/> gives.</param>
    /// <param name="result">Reads the result. <see cref="XmlRpcConverter.Ignored"/> passes over whatever comes.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    /// <exception cref="ArgumentNullException">Another argument is null.</exception>
    public XmlRpcClientMethod(string name, XmlRpcArgumentsWriter<TArguments> arguments, XmlRpcConverter<TResult> result)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(result);
        Name = name;
        Arguments = arguments;
        Result = result;
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>Whether the call may be made again where nobody knows whether it was executed. Default: <see langword="false"/>.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>How long a call may take; the shortest of this and what the client says counts. Default: null, no limit of its own.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Gives the exception that stands for a fault, or null where none does: see <see cref="XmlRpcFaultAttribute"/>. Default: null,
    /// every fault is an <see cref="XmlRpcFaultException"/>.
    /// </summary>
    public Func<XmlRpcFault, Exception?>? ExceptionOf { get; init; }

    /// <summary>
    /// Gives the last argument, a stream that is sent as base64 while it is read and is left open. Default: null, no such argument.
    /// </summary>
    public Func<TArguments, Stream>? StreamOf { get; init; }

    internal XmlRpcArgumentsWriter<TArguments> Arguments { get; }

    internal XmlRpcConverter<TResult> Result { get; }

    /// <summary>Gives the result, or throws what stands for the fault.</summary>
    internal TResult ValueOf(in XmlRpcResult<TResult> result)
    {
        if (result.Fault is { } fault && ExceptionOf?.Invoke(fault) is { } exception)
        {
            throw exception;
        }

        return result.Value;
    }
}
