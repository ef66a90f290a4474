namespace Nearcall.AspNetCore.Tests.Streaming;

/// <summary>Methods with streams, as contracts make them.</summary>
internal static class StreamedMethods
{
    /// <summary>Adds a method whose result is an array that is sent while it comes into being.</summary>
    public static XmlRpcMethodBuilder AddItems<TItem>(
        this XmlRpcMethodsBuilder methods, string name, Func<CancellationToken, IAsyncEnumerable<TItem>> items) =>
        methods.Add(XmlRpcServiceMethod.CreateStreaming<Func<CancellationToken, IAsyncEnumerable<TItem>>, TItem>(
            name,
            [],
            static (service, ref arguments, context) =>
            {
                context.EndArguments(ref arguments);
                return service(context.CancellationToken);
            },
            XmlRpcConverter.For<TItem>()).Bind(items));

    /// <summary>Adds a method whose result is a stream.</summary>
    public static XmlRpcMethodBuilder AddOctets(this XmlRpcMethodsBuilder methods, string name, Func<Stream> octets) =>
        methods.Add(XmlRpcServiceMethod.CreateStreaming<Func<Stream>>(
            name,
            [],
            static (service, ref arguments, context) =>
            {
                context.EndArguments(ref arguments);
                return new(service());
            }).Bind(octets));

    /// <summary>Posts a call, and gives the answer as soon as its head is there.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this KestrelHost host, HttpClient client, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/RPC2"))
        {
            Content = content,
            Version = client.DefaultRequestVersion,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>Calls a method without arguments, and reads all of the answer, sent with its length or without.</summary>
    public static async Task<XmlRpcResult<XmlRpcValue>> CallAsync(this KestrelHost host, string method, params XmlRpcValue[] arguments)
    {
        using var client = new HttpClient();
        using var response = await host.PostAsync(client, Message.Of(method, arguments));
        return await ReadAsync(response);
    }

    public static async Task<XmlRpcResult<XmlRpcValue>> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        return Message.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Gives numbers, and takes no time.</summary>
    public static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var number = 0; number < count; number++)
        {
            if (number % 1000 == 999)
            {
                await Task.Yield();
            }

            yield return number;
        }
    }

    /// <summary>Gives numbers and then fails.</summary>
    public static async IAsyncEnumerable<int> NumbersAndThen(int count, Exception failure)
    {
        await foreach (var number in Numbers(count))
        {
            yield return number;
        }

        throw failure;
    }
}
