using System.Runtime.CompilerServices;

namespace Nearcall;

/// <content>Methods whose delegate gives its result.</content>
public sealed partial class XmlRpcMethodsBuilder
{
    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    [OverloadResolutionPriority(1)]
    public XmlRpcMethodBuilder Add<TResult>(string name, Func<TResult> method, params ReadOnlySpan<string> parameterNames) =>
        Register<TResult>(
            new MethodShape(name, method, parameterNames),
            (ref a, c) =>
            {
                c.EndArguments(ref a);
                return new(method());
            });

    /// <summary>
    /// Adds a method. The parameters of the delegate are read from the wire in their order; those of type
    /// <see cref="CancellationToken"/>, <see cref="XmlRpcCallContext"/> and <c>HttpContext</c> are filled in
    /// by the server. A delegate without a result answers with nil where the dialect writes nil, else with the boolean 1.
    /// </summary>
    /// <typeparam name="T1">The type of the first parameter.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="name">The name on the wire (R07 to R09).</param>
    /// <param name="method">
    /// What is called. It serves many calls at once. For a method group name the types: <c>Add&lt;int, int, int&gt;("add", Add)</c>.
    /// </param>
    /// <param name="parameterNames">
    /// Names for the parameters on the wire, in their order, for help and error messages; they never travel. May be fewer than there
    /// are.
    /// </param>
    /// <returns>The method, to describe it further.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is empty or taken, or there are more <paramref name="parameterNames"/> than parameters.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="method"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    /// <exception cref="NotSupportedException">There is no converter for one of the types.</exception>
    [OverloadResolutionPriority(1)]
    public XmlRpcMethodBuilder Add<T1, TResult>(string name, Func<T1, TResult> method, params ReadOnlySpan<string> parameterNames) =>
        Register<TResult>(
            new MethodShape(name, method, parameterNames).With<T1>(out var p1),
            (ref a, c) => new(method(p1.ReadLast(ref a, c))));

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    [OverloadResolutionPriority(1)]
    public XmlRpcMethodBuilder Add<T1, T2, TResult>(
        string name, Func<T1, T2, TResult> method, params ReadOnlySpan<string> parameterNames) =>
        Register<TResult>(
            new MethodShape(name, method, parameterNames).With<T1>(out var p1).With<T2>(out var p2),
            (ref a, c) => new(method(p1.Read(ref a, c), p2.ReadLast(ref a, c))));

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    [OverloadResolutionPriority(1)]
    public XmlRpcMethodBuilder Add<T1, T2, T3, TResult>(
        string name, Func<T1, T2, T3, TResult> method, params ReadOnlySpan<string> parameterNames) =>
        Register<TResult>(
            new MethodShape(name, method, parameterNames).With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3),
            (ref a, c) => new(method(p1.Read(ref a, c), p2.Read(ref a, c), p3.ReadLast(ref a, c))));

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    [OverloadResolutionPriority(1)]
    public XmlRpcMethodBuilder Add<T1, T2, T3, T4, TResult>(
        string name, Func<T1, T2, T3, T4, TResult> method, params ReadOnlySpan<string> parameterNames) =>
        Register<TResult>(
            new MethodShape(name, method, parameterNames)
                .With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3).With<T4>(out var p4),
            (ref a, c) => new(method(p1.Read(ref a, c), p2.Read(ref a, c), p3.Read(ref a, c), p4.ReadLast(ref a, c))));

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    [OverloadResolutionPriority(1)]
    public XmlRpcMethodBuilder Add<T1, T2, T3, T4, T5, TResult>(
        string name, Func<T1, T2, T3, T4, T5, TResult> method, params ReadOnlySpan<string> parameterNames) =>
        Register<TResult>(
            new MethodShape(name, method, parameterNames)
                .With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3).With<T4>(out var p4).With<T5>(out var p5),
            (ref a, c) => new(method(p1.Read(ref a, c), p2.Read(ref a, c), p3.Read(ref a, c), p4.Read(ref a, c), p5.ReadLast(ref a, c))));

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    [OverloadResolutionPriority(1)]
    public XmlRpcMethodBuilder Add<T1, T2, T3, T4, T5, T6, TResult>(
        string name, Func<T1, T2, T3, T4, T5, T6, TResult> method, params ReadOnlySpan<string> parameterNames) =>
        Register<TResult>(
            new MethodShape(name, method, parameterNames)
                .With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3).With<T4>(out var p4).With<T5>(out var p5)
                .With<T6>(out var p6),
            (ref a, c) =>
                new(method(
                    p1.Read(ref a, c), p2.Read(ref a, c), p3.Read(ref a, c), p4.Read(ref a, c), p5.Read(ref a, c),
                    p6.ReadLast(ref a, c))));

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    [OverloadResolutionPriority(1)]
    public XmlRpcMethodBuilder Add<T1, T2, T3, T4, T5, T6, T7, TResult>(
        string name, Func<T1, T2, T3, T4, T5, T6, T7, TResult> method, params ReadOnlySpan<string> parameterNames) =>
        Register<TResult>(
            new MethodShape(name, method, parameterNames)
                .With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3).With<T4>(out var p4).With<T5>(out var p5)
                .With<T6>(out var p6).With<T7>(out var p7),
            (ref a, c) =>
                new(method(
                    p1.Read(ref a, c), p2.Read(ref a, c), p3.Read(ref a, c), p4.Read(ref a, c), p5.Read(ref a, c), p6.Read(ref a, c),
                    p7.ReadLast(ref a, c))));

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    [OverloadResolutionPriority(1)]
    public XmlRpcMethodBuilder Add<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(
        string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> method, params ReadOnlySpan<string> parameterNames) =>
        Register<TResult>(
            new MethodShape(name, method, parameterNames)
                .With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3).With<T4>(out var p4).With<T5>(out var p5)
                .With<T6>(out var p6).With<T7>(out var p7).With<T8>(out var p8),
            (ref a, c) =>
                new(method(
                    p1.Read(ref a, c), p2.Read(ref a, c), p3.Read(ref a, c), p4.Read(ref a, c), p5.Read(ref a, c), p6.Read(ref a, c),
                    p7.Read(ref a, c), p8.ReadLast(ref a, c))));
}
