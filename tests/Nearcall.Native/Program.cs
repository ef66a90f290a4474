using Nearcall.Trimmed.Contracts;

namespace Nearcall.Native;

/// <summary>The command <c>nearcall</c>, and one word more: <c>contract URL</c> adds 10 and 5 through an interface.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is not ["contract", var url])
        {
            return await Tool.Program.Main(args).ConfigureAwait(false);
        }

        using var client = new XmlRpcClient(url);
        Console.WriteLine(await client.As<ICalculator>().AddAsync(10, 5).ConfigureAwait(false));
        return 0;
    }
}
