using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nearcall.Benchmarks.Documents;

namespace Nearcall.Benchmarks.Operations;

/// <summary>Requests through the endpoint, from the body to the answer, without a server around it.</summary>
internal static class DispatchOperations
{
    private const int Entries = 256;

    public static IEnumerable<Operation> All =>
    [
        new("dispatch-add", () => Dispatch(CallDocument.Add())),
        new("dispatch-multicall", () => Dispatch(CallDocument.Multicall(Entries))),
    ];

    private static Func<long> Dispatch(byte[] document)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Services.AddXmlRpc();
        var application = builder.Build();
        application.MapXmlRpc("/RPC2", new Calculator());
        var serve = ((IEndpointRouteBuilder)application).DataSources.Single().Endpoints.Single().RequestDelegate!;
        var response = new DiscardedBody();
        var http = new DefaultHttpContext { RequestServices = application.Services };
        http.Features.Set<IRequestBodyPipeFeature>(new RepeatedBody(document));
        http.Features.Set<IHttpResponseBodyFeature>(response);
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = "text/xml";
        http.Request.ContentLength = document.Length;
        return () =>
        {
            response.Clear();
            return serve(http).IsCompletedSuccessfully && response.Length > document.Length / 4
                ? response.Length
                : throw new InvalidOperationException($"The call was not answered at once, or with {response.Length} octets.");
        };
    }
}
