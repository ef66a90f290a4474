namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>A client whose day is over.</summary>
internal static class Disposed
{
    public static XmlRpcClient Client()
    {
        var client = new XmlRpcClient("http://host/");
        client.Dispose();
        return client;
    }
}
