using System.Text;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>A request as it came.</summary>
/// <param name="Head">The request line and the headers.</param>
/// <param name="Body">The body, its chunks put together.</param>
internal sealed record StubRequest(string Head, byte[] Body)
{
    public string Line => Head.Split("\r\n")[0];

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) =>
        Head.Split("\r\n").Skip(1)
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2 && parts[0].Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(parts => parts[1].Trim())
            .SingleOrDefault();
}
