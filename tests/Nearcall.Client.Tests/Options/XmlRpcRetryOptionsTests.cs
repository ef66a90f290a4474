namespace Nearcall.Client.Tests;

public sealed class XmlRpcRetryOptionsTests
{
    [Fact]
    public void Defaults_AreThoseThatAreDocumented()
    {
        var retry = new XmlRpcRetryOptions();

        Assert.Equal(3, retry.MaxAttempts);
        Assert.Equal(TimeSpan.FromMilliseconds(200), retry.BackOff);
        Assert.Equal(TimeSpan.FromSeconds(10), retry.MaxBackOff);
        Assert.Equal(Timeout.InfiniteTimeSpan, retry.AttemptTimeout);
        Assert.Equal(0.1, retry.Budget);
        Assert.Equal(100, retry.BudgetReserve);
        Assert.Null(retry.Random);
        Assert.Null(new XmlRpcClientOptions().Retry);
        Assert.Null(new XmlRpcCallOptions().Idempotent);
    }

    [Fact]
    public void OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { MaxAttempts = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { MaxAttempts = 101 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { BackOff = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { BackOff = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { MaxBackOff = Timeout.InfiniteTimeSpan });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { AttemptTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { Budget = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { Budget = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { Budget = 101 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { BudgetReserve = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcRetryOptions { BudgetReserve = 1_000_001 });
    }
}
