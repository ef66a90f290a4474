namespace Nearcall.Tests.Faults;

public class XmlRpcFaultMapTests
{
    [Fact]
    public void Find_AnExceptionThatNobodyMapped_GivesNull()
    {
        Assert.Null(XmlRpcFaultMap.Find(new UnmappedException()));
        Assert.Throws<ArgumentNullException>(() => XmlRpcFaultMap.Find(null!));
    }

    [Fact]
    public void Find_AMappedException_GivesItsCodeAndMessage()
    {
        XmlRpcFaultMap.Register<BaseException>(7);

        Assert.Equal(new XmlRpcFault(7, "gone"), XmlRpcFaultMap.Find(new BaseException("gone")));
        Assert.Equal(new XmlRpcFault(7, "derived"), XmlRpcFaultMap.Find(new DerivedException("derived")));
    }

    [Fact]
    public void Register_Again_KeepsTheFirstCode()
    {
        XmlRpcFaultMap.Register<TwiceException>(1);
        XmlRpcFaultMap.Register<TwiceException>(2);

        Assert.Equal(1, XmlRpcFaultMap.Find(new TwiceException())?.Code);
    }

    [Fact]
    public void Find_ADerivedExceptionThatIsMappedItself_GivesItsOwnCode()
    {
        XmlRpcFaultMap.Register<OuterException>(1);
        XmlRpcFaultMap.Register<InnerException>(2);

        Assert.Equal(2, XmlRpcFaultMap.Find(new InnerException())?.Code);
    }

    private sealed class UnmappedException : Exception;

    private class BaseException(string message) : Exception(message);

    private sealed class DerivedException(string message) : BaseException(message);

    private sealed class TwiceException : Exception;

    private class OuterException : Exception;

    private sealed class InnerException : OuterException;
}
