using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    /// <summary>Any number of values: in an array, or where the writer started.</summary>
    private const int Items = 0b00;

    /// <summary>No value: between the members of a struct or the parameters of a call.</summary>
    private const int Between = 0b01;

    /// <summary>One value: in a member, a parameter or an answer.</summary>
    private const int Slot = 0b10;

    /// <summary>No value: there is one already.</summary>
    private const int Filled = 0b11;

    /// <summary>Set where no value may stand.</summary>
    private const int Closed = 0b01;

    /// <summary>Where this writer started, so that what surrounds the place is unknown.</summary>
    private readonly bool IsAtStart => _depth == 0 && _place == Items;

    /// <summary>Checks that a value may stand here, takes its place and makes room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BeginValue(int size)
    {
        Expect((_place & Closed) == 0);
        _place |= _place >> 1;
        Reserve(size);
    }

    private void BeginContainer()
    {
        if (_depth == XmlRpcLimits.GreatestDepth)
        {
            ThrowTooDeep();
        }

        BeginValue(SmallestWindow);
        var mask = 1UL << (_depth & 63);
        ref var places = ref _parents[_depth >> 6];
        places = _place == Filled ? places | mask : places & ~mask;
        _depth++;
    }

    private void EndContainer()
    {
        if (_depth > 0)
        {
            _depth--;
            _place = (_parents[_depth >> 6] >> (_depth & 63) & 1) != 0 ? Filled : Items;
        }
    }

    /// <summary>After a flush another writer may write the value that an open parameter or answer waits for.</summary>
    private void LetOthersFillTheSlot()
    {
        if (_depth == 0 && _place == Slot)
        {
            _place = Items;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Expect([DoesNotReturnIf(false)] bool condition)
    {
        if (!condition)
        {
            ThrowMisplaced();
        }
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void ThrowMisplaced() => throw new InvalidOperationException(_place switch
    {
        Items when _depth > 0 => "Inside of an array only values and WriteEndArray may come next.",
        Between when _depth > 0 => "Inside of a struct only WriteStartMember and WriteEndStruct may come next.",
        Between => "Inside of a method call only WriteStartParameter and WriteEndMethodCall may come next.",
        Slot => "A member, a parameter or an answer needs its value next.",
        Filled => "A member, a parameter or an answer has its one value already and must be ended next.",
        _ => "A message must be written before anything else, and only once.",
    });

    /// <summary>One bit for each open container: whether it is the one value of its place.</summary>
    [InlineArray(XmlRpcLimits.GreatestDepth / 64)]
    private struct ParentPlaces
    {
        private ulong _first;
    }
}
