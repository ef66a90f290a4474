using System.Collections.Concurrent;

namespace Nearcall;

/// <summary>
/// Which exceptions stand for which faults, on the side that throws them: see <see cref="XmlRpcFaultAttribute"/>. Generated code fills
/// it when the module of an exception is loaded. Safe for use by many threads.
/// </summary>
public static class XmlRpcFaultMap
{
    private static readonly ConcurrentDictionary<Type, int> Codes = new();

    /// <summary>Makes an exception known. What is known of it already stays.</summary>
    /// <typeparam name="TException">The exception; those that derive from it are mapped as it is, unless they are known themselves.</typeparam>
    /// <param name="code">The code of its fault.</param>
    public static void Register<TException>(int code)
        where TException : Exception => Codes.TryAdd(typeof(TException), code);

    /// <summary>Gives the fault of an exception.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>The fault; null if nobody mapped the exception or one that it derives from.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public static XmlRpcFault? Find(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        for (var type = exception.GetType(); type is not null && !Codes.IsEmpty; type = type.BaseType)
        {
            if (Codes.TryGetValue(type, out var code))
            {
                return new XmlRpcFault(code, exception.Message);
            }
        }

        return null;
    }
}
