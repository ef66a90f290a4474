namespace Nearcall.AspNetCore.Tests.Contracts;

internal interface IHandWritten : IXmlRpcServiceContract<IHandWritten>
{
    public int Add(int a, int b);

    static XmlRpcService<IHandWritten> IXmlRpcServiceContract<IHandWritten>.Describe() => new(
    [
        XmlRpcServiceMethod.Create<IHandWritten, int>(
            "add",
            [new("a", typeof(int), XmlRpcKind.Int), new("b", typeof(int), XmlRpcKind.Int)],
            static (service, ref arguments, context) =>
            {
                arguments.ReadStartParameter("a");
                var a = arguments.ReadInt32();
                arguments.ReadStartParameter("b");
                var b = arguments.ReadInt32();
                context.EndArguments(ref arguments);
                return new(service.Add(a, b));
            },
            XmlRpcConverter.For<int>()),
    ]);
}

internal sealed class HandWritten : IHandWritten, IXmlRpcServiceContract<HandWritten>
{
    public int Add(int a, int b) => checked(a + b);

    static XmlRpcService<HandWritten> IXmlRpcServiceContract<HandWritten>.Describe() => new(
    [
        XmlRpcServiceMethod.Create<HandWritten, int>(
            "add",
            [new("a", typeof(int), XmlRpcKind.Int), new("b", typeof(int), XmlRpcKind.Int)],
            static (service, ref arguments, context) =>
            {
                arguments.ReadStartParameter("a");
                var a = arguments.ReadInt32();
                arguments.ReadStartParameter("b");
                var b = arguments.ReadInt32();
                context.EndArguments(ref arguments);
                return new(service.Add(a, b));
            },
            XmlRpcConverter.For<int>()),
    ])
    {
        Factory = static _ => new HandWritten(),
    };
}
