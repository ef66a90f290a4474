using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests.Streaming;

/// <summary>However a stream ends, its arrays go back to the pool.</summary>
[Collection(nameof(RentedArrays))]
public sealed class PooledArrayTests
{
    private const string Items = "<methodResponse><params><param><value><array><data><value><int>1</int></value>";
    private const string Octets = "<methodResponse><params><param><value><base64>QUJD";
    private const string ItemsTail = "</data></array></value></param></params></methodResponse>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ItemsTail, true)]
    [InlineData("", true)]
    [InlineData("<oops/>", true)]
    [InlineData("", false)]
    public async Task StreamAsync_HoweverItEnds_LeaksNothing(string rest, bool readsToTheEnd)
    {
        using var rented = new RentedArrays();
        for (var i = 0; i < 10; i++)
        {
            using var client = Client(new FedBody().Feed(Items + rest).End());
            try
            {
                await foreach (var item in client.StreamAsync<int>("list", Token))
                {
                    Assert.Equal(1, item);
                    if (!readsToTheEnd)
                    {
                        break;
                    }
                }
            }
            catch (Exception e) when (e is XmlRpcTransportException or XmlRpcFormatException)
            {
                Assert.NotEqual(ItemsTail, rest);
            }
        }

        Assert.True(rented.Total >= 20, "The listener did not see the client's arrays.");
        Assert.Equal(0, rented.Outstanding);
    }

    [Fact]
    public async Task OpenStreamAsync_LeftOrCancelled_LeaksNothing()
    {
        using var rented = new RentedArrays();
        for (var i = 0; i < 10; i++)
        {
            using var client = Client(new FedBody().Feed(Octets));
            await using var stream = await client.OpenStreamAsync(Procedures.Download, "a", Token);
            var room = new byte[3];
            await stream.ReadExactlyAsync(room, Token);
            if (i % 2 == 0)
            {
                using var cancel = new CancellationTokenSource();
                var next = stream.ReadAsync(room, cancel.Token).AsTask();
                await cancel.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
            }
        }

        Assert.True(rented.Total >= 20, "The listener did not see the client's arrays.");
        Assert.Equal(0, rented.Outstanding);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StreamOf_SentOrFailed_LeaksNothing(bool fails)
    {
        using var rented = new RentedArrays();
        for (var i = 0; i < 10; i++)
        {
            using var client = new XmlRpcClient(
                new HttpClient(new ScriptedHandler(ScriptedHandler.Five)), new Uri("http://host/"), new XmlRpcClientOptions());
            var octets = new FedBody().Feed([1, 2, 3]).End(fails ? new InvalidTimeZoneException() : null);
            var call = client.CallAsync(Procedures.Upload, ("a", octets), Token);
            if (fails)
            {
                await Assert.ThrowsAsync<InvalidTimeZoneException>(() => call);
            }
            else
            {
                Assert.Equal(5, await call);
            }
        }

        Assert.True(rented.Total >= 20, "The listener did not see the client's arrays.");
        Assert.Equal(0, rented.Outstanding);
    }

    private static XmlRpcClient Client(FedBody body) =>
        new(new HttpClient(new FakeHandler((_, _) => Task.FromResult(body.ToResponse()))), new Uri("http://host/"));
}
