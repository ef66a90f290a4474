namespace Nearcall;

/// <content>Methods whose delegate gives no result.</content>
public sealed partial class XmlRpcMethodsBuilder
{
    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    public XmlRpcMethodBuilder Add(string name, Action method, params ReadOnlySpan<string> parameterNames) =>
        Register(
            new MethodShape(name, method, parameterNames),
            (ref a, c) =>
            {
                c.EndArguments(ref a);
                method();
                return default;
            });

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    public XmlRpcMethodBuilder Add<T1>(string name, Action<T1> method, params ReadOnlySpan<string> parameterNames) =>
        Register(
            new MethodShape(name, method, parameterNames).With<T1>(out var p1),
            (ref a, c) =>
            {
                method(p1.ReadLast(ref a, c));
                return default;
            });

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    public XmlRpcMethodBuilder Add<T1, T2>(string name, Action<T1, T2> method, params ReadOnlySpan<string> parameterNames) =>
        Register(
            new MethodShape(name, method, parameterNames).With<T1>(out var p1).With<T2>(out var p2),
            (ref a, c) =>
            {
                method(p1.Read(ref a, c), p2.ReadLast(ref a, c));
                return default;
            });

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    public XmlRpcMethodBuilder Add<T1, T2, T3>(string name, Action<T1, T2, T3> method, params ReadOnlySpan<string> parameterNames) =>
        Register(
            new MethodShape(name, method, parameterNames).With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3),
            (ref a, c) =>
            {
                method(p1.Read(ref a, c), p2.Read(ref a, c), p3.ReadLast(ref a, c));
                return default;
            });

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    public XmlRpcMethodBuilder Add<T1, T2, T3, T4>(
        string name, Action<T1, T2, T3, T4> method, params ReadOnlySpan<string> parameterNames) =>
        Register(
            new MethodShape(name, method, parameterNames)
                .With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3).With<T4>(out var p4),
            (ref a, c) =>
            {
                method(p1.Read(ref a, c), p2.Read(ref a, c), p3.Read(ref a, c), p4.ReadLast(ref a, c));
                return default;
            });

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    public XmlRpcMethodBuilder Add<T1, T2, T3, T4, T5>(
        string name, Action<T1, T2, T3, T4, T5> method, params ReadOnlySpan<string> parameterNames) =>
        Register(
            new MethodShape(name, method, parameterNames)
                .With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3).With<T4>(out var p4).With<T5>(out var p5),
            (ref a, c) =>
            {
                method(p1.Read(ref a, c), p2.Read(ref a, c), p3.Read(ref a, c), p4.Read(ref a, c), p5.ReadLast(ref a, c));
                return default;
            });

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    public XmlRpcMethodBuilder Add<T1, T2, T3, T4, T5, T6>(
        string name, Action<T1, T2, T3, T4, T5, T6> method, params ReadOnlySpan<string> parameterNames) =>
        Register(
            new MethodShape(name, method, parameterNames)
                .With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3).With<T4>(out var p4).With<T5>(out var p5)
                .With<T6>(out var p6),
            (ref a, c) =>
            {
                method(
                    p1.Read(ref a, c), p2.Read(ref a, c), p3.Read(ref a, c), p4.Read(ref a, c), p5.Read(ref a, c),
                    p6.ReadLast(ref a, c));
                return default;
            });

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    public XmlRpcMethodBuilder Add<T1, T2, T3, T4, T5, T6, T7>(
        string name, Action<T1, T2, T3, T4, T5, T6, T7> method, params ReadOnlySpan<string> parameterNames) =>
        Register(
            new MethodShape(name, method, parameterNames)
                .With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3).With<T4>(out var p4).With<T5>(out var p5)
                .With<T6>(out var p6).With<T7>(out var p7),
            (ref a, c) =>
            {
                method(
                    p1.Read(ref a, c), p2.Read(ref a, c), p3.Read(ref a, c), p4.Read(ref a, c), p5.Read(ref a, c), p6.Read(ref a, c),
                    p7.ReadLast(ref a, c));
                return default;
            });

    /// <inheritdoc cref="Add{T1, TResult}(string, Func{T1, TResult}, ReadOnlySpan{string})"/>
    public XmlRpcMethodBuilder Add<T1, T2, T3, T4, T5, T6, T7, T8>(
        string name, Action<T1, T2, T3, T4, T5, T6, T7, T8> method, params ReadOnlySpan<string> parameterNames) =>
        Register(
            new MethodShape(name, method, parameterNames)
                .With<T1>(out var p1).With<T2>(out var p2).With<T3>(out var p3).With<T4>(out var p4).With<T5>(out var p5)
                .With<T6>(out var p6).With<T7>(out var p7).With<T8>(out var p8),
            (ref a, c) =>
            {
                method(
                    p1.Read(ref a, c), p2.Read(ref a, c), p3.Read(ref a, c), p4.Read(ref a, c), p5.Read(ref a, c), p6.Read(ref a, c),
                    p7.Read(ref a, c), p8.ReadLast(ref a, c));
                return default;
            });
}
