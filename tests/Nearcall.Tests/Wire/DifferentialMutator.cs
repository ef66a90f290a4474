using System.Text;

namespace Nearcall.Tests.Wire;

/// <summary>Breaks documents at random: the same ones in the same way for the same seed.</summary>
internal sealed class DifferentialMutator(int seed, IReadOnlyList<string> fragments)
{
    private readonly Random _random = new(seed);
    private readonly byte[][] _fragments = [.. fragments.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Changes a document in one place or two.</summary>
    /// <param name="document">The document; it is left as it is.</param>
    /// <param name="other">A document that pieces are taken from.</param>
    public byte[] Mutate(byte[] document, byte[] other)
    {
        var mutant = new List<byte>(document);
        for (var change = _random.Next(4) / 3; change >= 0; change--)
        {
            Change(mutant, other);
        }

        return [.. mutant];
    }

    private void Change(List<byte> mutant, byte[] other)
    {
        var place = Place(mutant);
        switch (_random.Next(8))
        {
            case 0 when place < mutant.Count:
                mutant[place] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when place < mutant.Count:
                mutant[place] = (byte)_random.Next(0x80);
                break;
            case 2:
                mutant.Insert(place, (byte)_random.Next(0x100));
                break;
            case 3:
                mutant.RemoveRange(place, Math.Min(_random.Next(1, 12), mutant.Count - place));
                break;
            case 4:
                mutant.InsertRange(_random.Next(mutant.Count + 1), [.. mutant.Skip(place).Take(_random.Next(1, 40))]);
                break;
            case 5:
                mutant.InsertRange(place, other.Skip(_random.Next(other.Length)).Take(_random.Next(1, 40)));
                break;
            default:
                mutant.InsertRange(place, _fragments[_random.Next(_fragments.Length)]);
                break;
        }
    }

    /// <summary>Any place, or one right behind markup, where more of it can stand.</summary>
    private int Place(List<byte> mutant)
    {
        var place = _random.Next(mutant.Count + 1);
        return _random.Next(2) == 0 ? place : mutant.IndexOf((byte)'>', place) + 1;
    }
}
