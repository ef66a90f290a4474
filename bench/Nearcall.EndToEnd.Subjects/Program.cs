// One server or one client that is measured, chosen by name:
//
//     serve NAME PORT [http2]      answers until it is ended
//     call NAME URL CALLERS        reads seconds from standard input, line by line, and prints how many calls it made in them

using System.Globalization;
using Nearcall.EndToEnd.Subjects.Clients;
using Nearcall.EndToEnd.Subjects.Servers;

switch (args)
{
    case ["serve", var name, var port, .. var protocol]:
        await ServerHost.RunAsync(ServerCatalog.Create(name), Number(port), protocol is ["http2"]);
        return 0;
    case ["call", var name, var url, var callers]:
        await ClientHost.RunAsync(ClientCatalog.Create(name, new Uri(url)), Number(callers));
        return 0;
    default:
        Console.Error.WriteLine("Usage: serve NAME PORT [http2] | call NAME URL CALLERS");
        return 3;
}

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
