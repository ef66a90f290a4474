// The compiler asks for this type where records and init accessors are; this framework lacks it.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
