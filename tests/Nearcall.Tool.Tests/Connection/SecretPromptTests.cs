using Nearcall.Tool.Connection;

namespace Nearcall.Tool.Tests.Connection;

/// <summary>How what a person types becomes a secret.</summary>
public sealed class SecretPromptTests
{
    [Theory]
    [InlineData("hunter2\r", "hunter2")]
    [InlineData("\r", "")]
    [InlineData("hunterX\b2\r", "hunter2")]
    [InlineData("\b\bhunter2\r", "hunter2")]
    [InlineData("wrong\u0015hunter2\r", "hunter2")]
    [InlineData("p\u00E4 ss\t\u001B\r", "p\u00E4 ss")]
    public void ReadLine_Keys_AreEditedAsInATerminal(string keys, string secret) => Assert.Equal(secret, SecretPrompt.ReadLine(Keys(keys)));

    [Theory]
    [InlineData("hun\u0003")]
    [InlineData("\u0004")]
    public void ReadLine_CtrlC_EndsTheTool(string keys) =>
        Assert.Throws<OperationCanceledException>(() => SecretPrompt.ReadLine(Keys(keys)));

    private static Func<ConsoleKeyInfo> Keys(string keys)
    {
        var next = 0;
        return () =>
        {
            var character = keys[next++];
            var key = character switch
            {
                '\r' => ConsoleKey.Enter,
                '\b' => ConsoleKey.Backspace,
                _ => ConsoleKey.None,
            };
            return new ConsoleKeyInfo(character, key, shift: false, alt: false, control: character is '\u0003' or '\u0004' or '\u0015');
        };
    }
}
