using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>The converters that generated code made known, each in a field of its own: nothing is searched.</summary>
internal static class ConverterRegistry
{
    public static void Add<T>(XmlRpcConverter<T> converter) => Interlocked.CompareExchange(ref Registered<T>.Converter, converter, null);

    public static XmlRpcConverter<T>? Find<T>() => Volatile.Read(ref Registered<T>.Converter) ?? FindInModule<T>();

    // A module's initialiser may not have run yet when nothing of it but the type was used.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static XmlRpcConverter<T>? FindInModule<T>()
    {
        RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        return Volatile.Read(ref Registered<T>.Converter);
    }

    private static class Registered<T>
    {
        public static XmlRpcConverter<T>? Converter;
    }
}
