using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Nearcall.Generators.Tests.Running;

/// <summary>Serves a contract to a client in one process: what the client sends goes to the methods that are bound to an object.</summary>
internal sealed class Loop<TService>(TService service, XmlRpcDialect? dialect = null) : HttpMessageHandler
    where TService : class, IXmlRpcServiceContract<TService>
{
    /// <summary>The parameters of the last request, as they were sent.</summary>
    public string Sent { get; private set; } = "";

    public XmlRpcClient CreateClient() => new(new HttpClient(this), new Uri("http://loop/"), new XmlRpcClientOptions { AllowSynchronousCalls = true });

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        request.Content!.CopyTo(body, null, cancellationToken);
        var answer = ServeAsync(body.ToArray());
        Assert.True(answer.IsCompleted);
        return answer.GetAwaiter().GetResult();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await ServeAsync(await request.Content!.ReadAsByteArrayAsync(cancellationToken));

    private async Task<HttpResponseMessage> ServeAsync(byte[] call)
    {
        var text = Encoding.UTF8.GetString(call);
        Sent = text[text.IndexOf("<params>", StringComparison.Ordinal)..text.IndexOf("</methodCall>", StringComparison.Ordinal)];
        var context = new Call(call, dialect ?? XmlRpcDialect.Tolerant);
        try
        {
            var name = context.Method;
            await TService.Describe().Methods.Single(method => method.Name == name).Bind(service).InvokeAsync(context);
            return Answer($"<params><param>{context.Result}</param></params>");
        }
        catch (Exception exception) when (XmlRpcFaultMap.Find(exception) is not null || exception is XmlRpcFormatException or XmlRpcFaultException)
        {
            var fault = XmlRpcFaultMap.Find(exception) ?? (exception as XmlRpcFaultException)?.Fault ?? new XmlRpcFault(-32602, exception.Message);
            var writer = new ArrayBufferWriter<byte>();
            WriteFault(writer, fault);
            return Answer(Encoding.UTF8.GetString(writer.WrittenSpan));
        }
    }

    private static void WriteFault(ArrayBufferWriter<byte> output, XmlRpcFault fault)
    {
        var writer = new XmlRpcWriter(output);
        writer.WriteFaultValue(fault);
        writer.Flush();
        var value = Encoding.UTF8.GetString(output.WrittenSpan);
        output.Clear();
        output.Write(Encoding.UTF8.GetBytes($"<fault>{value}</fault>"));
    }

    private static HttpResponseMessage Answer(string content) => new(HttpStatusCode.OK)
    {
        Content = new StringContent($"<methodResponse>{content}</methodResponse>", Encoding.UTF8, new MediaTypeHeaderValue("text/xml")),
    };

    private sealed class Call(byte[] call, XmlRpcDialect dialect) : XmlRpcCallContext
    {
        private readonly ArrayBufferWriter<byte> _result = new();

        public string Result => Encoding.UTF8.GetString(_result.WrittenSpan);

        public override string Method
        {
            get
            {
                var reader = OpenArguments();
                return Encoding.UTF8.GetString(reader.MethodName);
            }
        }

        public override IServiceProvider Services { get; } = new NoServices();

        public override CancellationToken CancellationToken => TestContext.Current.CancellationToken;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override TFeature? GetFeature<TFeature>()
            where TFeature : class => null;

        public override XmlRpcReader OpenArguments()
        {
            var reader = new XmlRpcReader(call, dialect);
            reader.ReadStartMethodCall();
            return reader;
        }

        public override XmlRpcWriter OpenResult() => new(_result, dialect);
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
