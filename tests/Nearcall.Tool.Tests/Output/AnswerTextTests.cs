using System.Text.Json;
using System.Xml.Linq;
using Nearcall.Client.Tests.Infrastructure;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Output;

/// <summary>How answers are printed.</summary>
public sealed class AnswerTextTests
{
    private const string Extensions = " xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'";

    private const string User =
        "<struct><member><name>name</name><value>Ann</value></member><member><name>age</name><value><int>7</int></value></member>"
        + "<member><name>tags</name><value><array><data><value>a</value><value><array><data><value><int>1</int></value>"
        + "<value><array><data></data></array></value></data></array></value>"
        + "<value><struct><member><name>x</name><value><nil/></value></member>"
        + "<member><name>y</name><value><boolean>1</boolean></value></member></struct></value></data></array></value></member>"
        + "<member><name>odd \"name\"</name><value><struct></struct></value></member></struct>";

    public static TheoryData<string, string, string> Scalars { get; } = new()
    {
        { "<int>5</int>", "5", "5" },
        { "<i8>5000000000</i8>", "5000000000", "5000000000" },
        { "<double>2</double>", "2.0", "2.0" },
        { "<double>2.5</double>", "2.5", "2.5" },
        { "<double>1e300</double>", "1E+300", "1E+300" },
        { "<double>-0.0</double>", "-0.0", "-0.0" },
        { "<double>NaN</double>", "NaN", "\"NaN\"" },
        { "<double>-inf</double>", "-Infinity", "\"-Infinity\"" },
        { "<boolean>1</boolean>", "true", "true" },
        { "<boolean>0</boolean>", "false", "false" },
        { "<nil/>", "nil", "null" },
        { "<string>text</string>", "text", "\"text\"" },
        { "untyped", "untyped", "\"untyped\"" },
        { "", "", "\"\"" },
        { "<string>a\nb\t\"c\" \\</string>", "a\nb\t\"c\" \\", "\"a\\nb\\t\\\"c\\\" \\\\\"" },
        { "\u00E9\U0001F600", "\u00E9\U0001F600", "\"\u00E9\U0001F600\"" },
        { "<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>", "19980717T14:08:55", "\"19980717T14:08:55\"" },
        { "<base64>aGVs\nbG8=</base64>", "aGVsbG8=", "\"aGVsbG8=\"" },
        { "<array><data></data></array>", "[]", "[]" },
        { "<struct></struct>", "{}", "{}" },
        { "<ex:i1>-5</ex:i1>", "-5", "-5" },
        { "<ex:float>1.5</ex:float>", "1.5", "1.5" },
        { "<ex:bigdecimal>12345678901234567890.50</ex:bigdecimal>", "12345678901234567890.50", "12345678901234567890.50" },
        { "<ex:biginteger>12345678901234567890</ex:biginteger>", "12345678901234567890", "12345678901234567890" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public async Task Scalar_IsPrintedPlainAndAsJson(string value, string plain, string json)
    {
        await using var server = Server(value);

        Assert.Equal(new ToolRun(ExitCode.Answer, plain + "\n", ""), await ToolRun.RunAsync("call", server.Url, "m"));
        var run = await ToolRun.RunAsync("call", server.Url, "m", "--json");
        Assert.Equal(new ToolRun(ExitCode.Answer, json + "\n", ""), run);
        JsonDocument.Parse(run.Output).Dispose();
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public async Task Scalar_AsXml_IsReadAsTheSameValue(string value, string plain, string json)
    {
        await using var server = Server(value);
        await using var again = new StubServer(StubReply.Ok((await ToolRun.RunAsync("call", server.Url, "m", "--xml")).Output));

        Assert.Equal(plain + "\n", (await ToolRun.RunAsync("call", again.Url, "m")).Output);
        Assert.Equal(json + "\n", (await ToolRun.RunAsync("call", again.Url, "m", "--json")).Output);
    }

    [Fact]
    public async Task Struct_ForAPerson_IsIndented()
    {
        await using var server = Server(User);

        var run = await ToolRun.RunAsync("call", server.Url, "m");

        const string Expected = """
            name: "Ann"
            age: 7
            tags:
              - "a"
              - - 1
                - []
              - x: nil
                y: true
            "odd \"name\"": {}

            """;
        Assert.Equal(Expected, run.Output);
    }

    [Fact]
    public async Task Struct_AsJson_IsIndented()
    {
        await using var server = Server(User);

        var run = await ToolRun.RunAsync("call", server.Url, "m", "--json");

        const string Expected = """
            {
              "name": "Ann",
              "age": 7,
              "tags": [
                "a",
                [
                  1,
                  []
                ],
                {
                  "x": null,
                  "y": true
                }
              ],
              "odd \"name\"": {}
            }

            """;
        Assert.Equal(Expected, run.Output);
    }

    [Fact]
    public async Task Struct_AsXml_IsIndentedWhereWhiteSpaceIsNoData()
    {
        var items = Answers.Array("<string> b\n </string>", "");
        await using var server = Server($"<struct><member><name> a </name><value>{items}</value></member></struct>");

        var run = await ToolRun.RunAsync("call", server.Url, "m", "--xml");

        const string Expected = """
            <?xml version="1.0" encoding="utf-8"?>
            <methodResponse>
              <params>
                <param>
                  <value>
                    <struct>
                      <member>
                        <name> a </name>
                        <value>
                          <array>
                            <data>
                              <value><string> b
             </string></value>
                              <value><string></string></value>
                            </data>
                          </array>
                        </value>
                      </member>
                    </struct>
                  </value>
                </param>
              </params>
            </methodResponse>

            """;
        Assert.Equal(Expected, run.Output);
        XDocument.Parse(run.Output);
    }

    [Fact]
    public async Task Extension_AsXml_DeclaresItsNamespace()
    {
        await using var server = Server(Answers.Array("<ex:i1>5</ex:i1>"));

        var run = await ToolRun.RunAsync("call", server.Url, "m", "--xml");

        XNamespace extensions = "http://ws.apache.org/xmlrpc/namespaces/extensions";
        Assert.Equal("5", Assert.Single(XDocument.Parse(run.Output).Descendants(extensions + "i1")).Value);
    }

    [Fact]
    public async Task String_ThatXmlCannotHold_IsNotPrintedAsXml()
    {
        await using var server = Server("<string>a\u001Bb</string>");

        var run = await ToolRun.RunAsync("call", server.Url, "m", "--xml");

        Assert.Equal((ExitCode.NoAnswer, ""), (run.Code, run.Output));
        Assert.Contains("--json prints it", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task String_InATerminal_CommandsNothing()
    {
        await using var server = Server("<string>a\u001B[31mb\u009Bc&#13;d\ne\tf&#13;\ng\u202Eh\u200Di</string>");

        var terminal = await new ToolWorld { IsOutputTerminal = true }.RunAsync("call", server.Url, "m");
        var pipe = await ToolRun.RunAsync("call", server.Url, "m");

        Assert.Equal("a\\u001B[31mb\\u009Bc\\rd\ne\tf\r\ng\\u202Eh\u200Di\n", terminal.Output);
        Assert.Equal("a\u001B[31mb\u009Bc\rd\ne\tf\r\ng\u202Eh\u200Di\n", pipe.Output);
    }

    [Theory]
    [InlineData("{\n  \"n\\u009B\": \"\\u001B\\u202E\"\n}\n", "--json")]
    [InlineData("\"n\\u009B\": \"\\u001B\\u202E\"\n")]
    public async Task Text_InsideOfAValue_CommandsNothingAnywhere(string expected, params string[] options)
    {
        await using var server = Server("<struct><member><name>n\u009B</name><value>\u001B\u202E</value></member></struct>");

        Assert.Equal(expected, (await ToolRun.RunAsync(["call", server.Url, "m", .. options])).Output);
    }

    [Fact]
    public async Task Text_InXml_CommandsNothing()
    {
        await using var server = Server("<string>a\u009Bb\u202E&#13;</string>");

        var run = await ToolRun.RunAsync("call", server.Url, "m", "--xml");

        Assert.Contains("<string>a&#x9B;b&#x202E;&#13;</string>", run.Output, StringComparison.Ordinal);
    }

    private static StubServer Server(string value) =>
        new(StubReply.Ok(Answers.Of(value).Replace("<methodResponse>", $"<methodResponse{Extensions}>", StringComparison.Ordinal)));
}
