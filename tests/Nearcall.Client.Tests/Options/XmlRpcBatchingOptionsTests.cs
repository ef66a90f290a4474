namespace Nearcall.Client.Tests;

public sealed class XmlRpcBatchingOptionsTests
{
    [Fact]
    public void Defaults_AreThoseDocumented()
    {
        var options = new XmlRpcBatchingOptions();

        Assert.Null(new XmlRpcClientOptions().Batching);
        Assert.Equal((500, 256 * 1024, 2), (options.MaxEntries, options.MaxBytes, options.MaxInFlight));
        Assert.Equal(TimeSpan.FromMilliseconds(10), options.MaxWait);
    }

    [Fact]
    public void Values_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcBatchingOptions { MaxEntries = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcBatchingOptions { MaxBytes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcBatchingOptions { MaxInFlight = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcBatchingOptions { MaxWait = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcBatchingOptions { MaxWait = TimeSpan.FromDays(2) });
        Assert.Equal(Timeout.InfiniteTimeSpan, new XmlRpcBatchingOptions { MaxWait = Timeout.InfiniteTimeSpan }.MaxWait);
    }
}
