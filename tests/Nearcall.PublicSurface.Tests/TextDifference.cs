using System.Text;

namespace Nearcall.PublicSurface.Tests;

/// <summary>Which lines went and which came, each change under the nearest line above it that is not indented.</summary>
internal static class TextDifference
{
    public static string Between(string before, string after)
    {
        var old = before.Split('\n');
        var @new = after.Split('\n');
        var common = CommonTails(old, @new);
        var text = new StringBuilder();
        string? heading = null, shown = null;
        for (int i = 0, j = 0; i < old.Length || j < @new.Length;)
        {
            if (i < old.Length && j < @new.Length && old[i] == @new[j])
            {
                heading = old[i].StartsWith(' ') ? heading : old[i];
                (i, j) = (i + 1, j + 1);
                continue;
            }

            if (heading != shown)
            {
                text.Append("  ").Append(heading).Append('\n');
                shown = heading;
            }

            var goes = j >= @new.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]);
            text.Append(goes ? "- " : "+ ").Append(goes ? old[i++] : @new[j++]).Append('\n');
        }

        return text.ToString();
    }

    // The length of the longest common subsequence of what is left of both texts.
    private static int[,] CommonTails(string[] old, string[] @new)
    {
        var common = new int[old.Length + 1, @new.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == @new[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
