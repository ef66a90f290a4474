using System.Net;
using System.Text;

namespace Nearcall.AspNetCore.Tests.Endpoints;

public sealed class HttpRulesTests
{
    private const string Call = "<methodCall><methodName>add</methodName><params><param><value><int>1</int></value></param>"
        + "<param><value><int>2</int></value></param></params></methodCall>";

    [Theory]
    [Trait("Rule", "R01")]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task R01_Request_NotPost_IsNotAllowedAndSaysWhatIs(string method)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/RPC2") { Content = Message.Raw(Call) };

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [Trait("Rule", "R04")]
    [InlineData("text/xml")]
    [InlineData("text/xml; charset=utf-8")]
    [InlineData("text/xml;charset=\"UTF-8\"; x=y")]
    [InlineData("TEXT/XML")]
    [InlineData("application/xml")]
    [InlineData(" application/xml ; charset=utf-8")]
    public async Task R04_ContentType_Xml_IsRead(string contentType)
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(Message.Of(Encoding.UTF8.GetBytes(Call), contentType));

        Assert.Equal(3, (await Message.ReadAsync(response)).Value.AsInt32());
    }

    [Theory]
    [Trait("Rule", "R04")]
    [Trait("Threat", "S30")]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json")]
    [InlineData("text/xmlish")]
    [InlineData("text/html; x=text/xml")]
    public async Task R04_ContentType_Other_IsUnsupportedUnlessTheDialectAllows(string? contentType)
    {
        await using var strict = await StartAsync();
        await using var lenient = await StartAsync(options => options.Dialect = XmlRpcDialect.Strict with { AllowAnyContentType = true });

        using var refused = await strict.PostAsync(Message.Of(Encoding.UTF8.GetBytes(Call), contentType));
        using var answered = await lenient.PostAsync(Message.Of(Encoding.UTF8.GetBytes(Call), contentType));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
        Assert.Equal("text/xml, application/xml", refused.Headers.GetValues("Accept").Single());
        Assert.Equal(3, (await Message.ReadAsync(answered)).Value.AsInt32());
    }

    [Fact]
    public async Task ContentEncoding_WithoutDecompression_IsUnsupported()
    {
        await using var host = await StartAsync();
        var content = Message.Raw(Call);
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await host.PostAsync(content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("identity", response.Headers.GetValues("Accept-Encoding").Single());
    }

    [Fact]
    public async Task ContentEncoding_Identity_IsRead()
    {
        await using var host = await StartAsync();
        var content = Message.Raw(Call);
        content.Headers.ContentEncoding.Add("identity");

        using var response = await host.PostAsync(content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [Trait("Rule", "R42")]
    [InlineData("<methodCall><methodName>add</methodName></methodCall>")]
    [InlineData("<methodCall><methodName>unknown</methodName></methodCall>")]
    [InlineData("<methodCall><methodName>fail</methodName></methodCall>")]
    [InlineData("<methodCall>")]
    [InlineData("not XML at all")]
    [InlineData("")]
    public async Task R42_Fault_HasStatus200(string body)
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(Message.Raw(body));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False((await Message.ReadAsync(response)).IsSuccess);
    }

    [Fact]
    [Trait("Rule", "R43")]
    [Trait("Rule", "R44")]
    [Trait("Rule", "R05")]
    public async Task R43_R44_R05_Answer_IsTextXmlOneMethodResponseOfStatedLength()
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(Message.Raw(Call));
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/xml", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(Encoding.UTF8.GetByteCount(body), response.Content.Headers.ContentLength);
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><methodResponse>"""
                + "<params><param><value><int>3</int></value></param></params></methodResponse>",
            body);
    }

    [Fact]
    [Trait("Rule", "R44")]
    [Trait("Rule", "R47")]
    public async Task R44_R47_Fault_IsAStructOfCodeAndText()
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(Message.Raw("<methodCall><methodName>fail</methodName></methodCall>"));

        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><methodResponse><fault><value><struct><member><name>faultCode</name>"""
                + "<value><int>42</int></value></member><member><name>faultString</name><value><string>It failed</string></value></member>"
                + "</struct></value></fault></methodResponse>",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [Trait("Rule", "R25")]
    [InlineData("utf-16", null)]
    [InlineData("iso-8859-1", "text/xml; charset=iso-8859-1")]
    [InlineData("windows-1252", "text/xml; charset=\"windows-1252\"")]
    public async Task R25_Charset_OfHeaderOrMark_IsRead(string encodingName, string? contentType)
    {
        await using var host = await StartAsync();
        Encoding encoding = encodingName == "utf-16" ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true) : Encoding.Latin1;
        byte[] body = [.. encoding.GetPreamble(), .. encoding.GetBytes(Message.Text("echo", "Grüße"))];

        using var response = await host.PostAsync(Message.Of(body, contentType ?? "text/xml"));

        Assert.Equal("Grüße", (await Message.ReadAsync(response)).Value.AsString());
    }

    [Fact]
    [Trait("Rule", "R54")]
    public async Task R54_Charset_Unknown_IsAFault()
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(Message.Of(Encoding.UTF8.GetBytes(Call), "text/xml; charset=ebcdic-cp-be"));

        Assert.Equal(XmlRpcFaultCodes.UnsupportedEncoding, (await Message.ReadAsync(response)).Fault?.Code);
    }

    private static Task<TestServerHost> StartAsync(Action<XmlRpcServerOptions>? options = null) => TestServerHost.StartAsync(
        methods =>
        {
            methods.Add("add", (int a, int b) => a + b);
            methods.Add("echo", (string text) => text);
            methods.Add("fail", int () => throw new XmlRpcFaultException(42, "It failed"));
        },
        options);
}
