using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nearcall.Native.StandIns;

/// <summary>What <see cref="Vector128"/> has since .NET 10.</summary>
internal static class Vector128StandIns
{
    extension(Vector128)
    {
        public static Vector128<byte> ShuffleNative(Vector128<byte> vector, Vector128<byte> indices) =>
            Ssse3.IsSupported ? Ssse3.Shuffle(vector, indices) : Vector128.Shuffle(vector, indices);

        public static Vector128<byte> SubtractSaturate(Vector128<byte> left, Vector128<byte> right) =>
            Vector128.Max(left, right) - right;
    }
}
