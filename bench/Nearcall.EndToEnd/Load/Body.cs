using System.Text;

namespace Nearcall.EndToEnd.Load;

/// <summary>What is posted again and again.</summary>
/// <param name="name">Of the file that holds it.</param>
/// <param name="contentType">Of the request.</param>
/// <param name="text">Makes the octets, one of each character.</param>
/// <param name="expected">What the answer must hold; it is looked at once, before the load.</param>
internal sealed class Body(string name, string contentType, Func<string> text, string expected)
{
    private readonly Lazy<string> _file = new(() =>
    {
        var path = Path.Combine(Repository.Artifacts, name);
        System.IO.File.WriteAllText(path, text(), Encoding.Latin1);
        return path;
    });

    public string ContentType { get; } = contentType;

    public string Expected { get; } = expected;

    /// <summary>How many calls one request is.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>Where it is posted, if not at the server's usual path.</summary>
    public string? Url { get; init; }

    /// <summary>The file that holds it, written when it is first asked for.</summary>
    public string File => _file.Value;
}
