using System.Text;
using System.Xml;

namespace Nearcall.Tests.Wire;

/// <summary>The characters of XML, one by one, against System.Xml.</summary>
public sealed class TokenizerNameTests
{
    [Fact]
    [Trait("Rule", "R50")]
    public void R50_EveryCharacter_StartsANameWhereSystemXmlSaysSo() =>
        Assert.All(Characters(), character => Assert.Equal(XmlReader.IsName(character), IsName(character)));

    [Fact]
    [Trait("Rule", "R50")]
    public void R50_EveryCharacter_GoesOnInANameWhereSystemXmlSaysSo() =>
        Assert.All(Characters(), character => Assert.Equal(XmlReader.IsName("a" + character), IsName("a" + character)));

    [Fact]
    [Trait("Rule", "R22")]
    public void R22_EveryCharacter_MayStandInTextWhereSystemXmlSaysSo()
    {
        Assert.All(Characters().Where(character => character.Length == 1), character =>
        {
            var isAllowed = XmlConvert.IsXmlChar(character[0]);
            Assert.Equal(isAllowed, XmlCharacters.IndexOfForbidden(Encoding.UTF8.GetBytes($"<a>{character}</a>")) < 0);
            Assert.Equal(isAllowed, XmlCharacters.IsAllowed(character[0]));
        });
        Assert.All(Characters().Where(character => character.Length == 2), character =>
        {
            Assert.True(XmlCharacters.IndexOfForbidden(Encoding.UTF8.GetBytes(character)) < 0);
            Assert.True(XmlCharacters.IsAllowed(char.ConvertToUtf32(character, 0)));
        });
    }

    [Theory]
    [Trait("Rule", "R54")]
    [InlineData("", 0)]
    [InlineData("41", 0)]
    [InlineData("C3", 1)]
    [InlineData("C3A9", 0)]
    [InlineData("41E2", 1)]
    [InlineData("41E282", 2)]
    [InlineData("E282AC", 0)]
    [InlineData("F0", 1)]
    [InlineData("F09F98", 3)]
    [InlineData("F09F9880", 0)]
    [InlineData("80", 0)]
    [InlineData("C328", 0)]
    [InlineData("E28228", 0)]
    [InlineData("FF", 0)]
    [InlineData("EDA0", 0)]
    public void R54_UnfinishedTail_IsWhatMayStillBecomeACharacter(string octets, int expected) =>
        Assert.Equal(expected, XmlCharacters.UnfinishedTail(Convert.FromHexString(octets)));

    private static bool IsName(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        return XmlCharacters.NameLength(octets) == octets.Length;
    }

    /// <summary>All characters of the first plane, and some of the others.</summary>
    private static IEnumerable<string> Characters() =>
        Enumerable.Range(0, 0x10000)
            .Concat(Enumerable.Range(0, 0x1000).Select(step => 0x10000 + (step * 0xFF)))
            .Where(codePoint => codePoint is < 0xD800 or > 0xDFFF)
            .Select(char.ConvertFromUtf32);
}
