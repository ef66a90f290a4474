using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Tool.Tests.Running;

/// <summary>Answers each call with its only argument, as it came.</summary>
internal static class EchoServer
{
    public static StubServer Start() => new(request =>
    {
        const string Open = "<params><param>";
        const string Close = "</param></params>";
        var text = request.Text;
        var value = text[(text.IndexOf(Open, StringComparison.Ordinal) + Open.Length)..text.LastIndexOf(Close, StringComparison.Ordinal)];
        return StubReply.Ok($"{Answers.Prolog}<methodResponse><params><param>{value}</param></params></methodResponse>");
    });
}
