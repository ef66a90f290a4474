namespace Nearcall.Tests.Converters;

public class RegistryTests
{
    [Fact]
    public void Register_AConverter_IsFoundAndTheFirstCounts()
    {
        var converter = new ConstantConverter<Version>(new Version(1, 2));
        Assert.False(XmlRpcConverter.TryFor<Version>(out _));

        XmlRpcConverter.Register(converter);
        XmlRpcConverter.Register(new ConstantConverter<Version>(new Version(3, 4)));

        Assert.Same(converter, XmlRpcConverter.For<Version>());
        Assert.True(XmlRpcConverter.TryFor<Version>(out var found));
        Assert.Same(converter, found);
        Assert.Equal(new Version(1, 2), ConverterRun.Read(XmlRpcConverter.ForNullable<Version>(), "<value>x</value>"));
        Assert.Throws<ArgumentNullException>(() => XmlRpcConverter.Register<Version>(null!));
    }

    [Fact]
    public void Register_ATypeThatIsBuiltIn_ChangesNothing()
    {
        var before = XmlRpcConverter.For<int>();

        XmlRpcConverter.Register(new ConstantConverter<int>(5));

        Assert.Same(before, XmlRpcConverter.For<int>());
    }

    [Fact]
    public void Ignored_AnyValue_IsPassedOver()
    {
        Assert.Null(ConverterRun.Read(XmlRpcConverter.Ignored, "<value><struct><member><name>a</name><value>1</value></member></struct></value>"));
        Assert.Null(ConverterRun.Read(XmlRpcConverter.Ignored, "<value><nil/></value>"));
        Assert.Equal("<value><nil/></value>", ConverterRun.Write(XmlRpcConverter.Ignored, new object()));
        Assert.Null(XmlRpcConverter.Ignored.Kind);
    }

    private sealed class ConstantConverter<T>(T value) : XmlRpcConverter<T>
    {
        public override T Read(ref XmlRpcReader reader)
        {
            reader.Skip();
            return value;
        }

        public override void Write(ref XmlRpcWriter writer, T value) => writer.WriteNil();
    }
}
