using System.Text;

namespace Nearcall.Tool.Connection;

/// <summary>Asks the person at the terminal for a secret. Nothing that is typed is shown.</summary>
internal static class SecretPrompt
{
    private const char Interrupt = '\x03';
    private const char EndOfInput = '\x04';
    private const char ClearLine = '\x15';

    public static string Ask(string question)
    {
        Console.Error.Write(question);
        // Waiting for a key cannot be cancelled, so Ctrl+C has to be one.
        Console.TreatControlCAsInput = true;
        try
        {
            return ReadLine(static () => Console.ReadKey(intercept: true));
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            Console.Error.WriteLine();
        }
    }

    /// <summary>Reads keys up to the line end, as a line of a terminal is edited.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C or Ctrl+D was pressed.</exception>
    internal static string ReadLine(Func<ConsoleKeyInfo> readKey)
    {
        var secret = new StringBuilder();
        while (true)
        {
            var key = readKey();
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    return secret.ToString();

                case { KeyChar: Interrupt or EndOfInput }:
                    throw new OperationCanceledException();

                case { KeyChar: ClearLine }:
                    secret.Clear();
                    break;

                case { Key: ConsoleKey.Backspace }:
                    secret.Length = Math.Max(0, secret.Length - 1);
                    break;

                case { KeyChar: >= ' ' }:
                    secret.Append(key.KeyChar);
                    break;

                default:
                    break;
            }
        }
    }
}
