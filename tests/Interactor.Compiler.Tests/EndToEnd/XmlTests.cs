using System.Net;
using System.Reflection;
using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Tests.Harness;
using Interactor.Runtime;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>What a definition says about XML is what goes over the wire, and what comes back from it.</summary>
public sealed class XmlTests
{
    private const string Head = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        datatypes:
          Order:
            type: object
            required: [id, lines]
            xml: { name: order, namespace: "urn:orders" }
            properties:
              note: { type: string }
              id: { type: integer, xml: { attribute: true } }
              lines: { type: array, xml: { wrapped: true }, items: { $ref: "#/datatypes/Line" } }
              tags: { type: array, items: { type: string, xml: { name: tag } } }
              price: { $ref: "#/datatypes/Price" }
              paid: { type: boolean }
              dueOn: { type: [string, "null"], format: date }
              parent: { $ref: "#/datatypes/Order" }
          Line:
            type: object
            xml: { name: line }
            properties: { sku: { type: string }, count: { type: integer } }
          Price:
            type: object
            required: [amount]
            properties:
              currency: { type: string, xml: { attribute: true, prefix: m, namespace: "urn:money", name: cur } }
              amount: { type: number, xml: { nodeType: text } }
        actions:
          order.send:
            version: 1.0.0
            name: Send an Order
            effect: write

        """;

    private const string Json = """{"note":"a < b","id":7,"lines":[{"sku":"x","count":2},{"sku":"y"}],"tags":["new","hot"],"price":{"currency":"EUR","amount":1.5},"paid":true,"dueOn":null}""";

    private const string Xml = """
        <?xml version="1.0" encoding="utf-8"?><order id="7" xmlns="urn:orders"><note>a &lt; b</note><lines><line><sku>x</sku><count>2</count></line><line><sku>y</sku></line></lines><tag>new</tag><tag>hot</tag><price m:cur="EUR" xmlns:m="urn:money">1.5</price><paid>true</paid><dueOn xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" /></order>
        """;

    private const string InputOrder = """input: { type: object, required: [body], properties: { body: { $ref: "#/datatypes/Order" } } }""";

    [Fact]
    public async Task A_body_is_written_by_its_schema()
    {
        Provider provider = new("{}");
        await RunAsync($$"""{{InputOrder}}| request: { method: POST, path: /orders, xml: "${input.body}" }""", $$"""{"body":{{Json}}}""", provider);
        Assert.Equal(Xml, provider.Body);
        Assert.Equal("application/xml; charset=utf-8", provider.ContentType);
    }

    [Fact]
    public async Task An_answer_is_read_by_its_schema()
    {
        Provider provider = new(Xml) { MediaType = "text/xml" };
        string output = await RunAsync("request: { path: /orders }| responses: { 200: { application/xml: { $ref: '#/datatypes/Order' } } }", "{}", provider);
        Assert.Equal("""{"note":"a < b","id":7,"lines":[{"sku":"x","count":2},{"sku":"y"}],"tags":["new","hot"],"price":{"currency":"EUR","amount":1.5},"paid":true,"dueOn":null}""", output);
        Assert.StartsWith("application/xml", provider.Accept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<o id='1'/>", "{}", "/lines")]
    [InlineData("<o id='x'><lines/></o>", "{}", "/id")]
    [InlineData("<o id='1'><lines/><paid>maybe</paid></o>", "{}", "/paid")]
    [InlineData("<o id='1'><lines/><note>a</note><note>b</note></o>", "{}", "/note")]
    public async Task What_does_not_fit_the_schema_is_refused_at_its_place(string answer, string input, string pointer)
    {
        Provider provider = new(answer) { MediaType = "application/xml" };
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => RunAsync("request: { path: /orders }| responses: { 200: { application/xml: { $ref: '#/datatypes/Order' } } }", input, provider));
        Assert.Equal((ErrorCode.ContractViolation, pointer), (failure.Code, failure.Details[0].Pointer));
    }

    [Fact]
    public async Task Expressions_map_and_rules_see_what_the_schema_makes_of_it()
    {
        const string Action = """
            request: { path: /orders }
            | responses: { 200: { application/xml: { $ref: '#/datatypes/Order' } } }
            | errors: [ { on: success, when: "${response.body.id == 9}", code: conflict, message: "${response.body.tags[0]}" } ]
            | output: { type: object, required: [first, count], properties: { first: { type: string }, count: { type: integer } } }
            | map: { first: "${response.body.tags?[0] ?? 'none'}", count: "${size(response.body.lines)}" }
            """;
        Assert.Equal("""{"first":"hot","count":1}""", await RunAsync(Action, "{}", new("<o id='1'><lines><l/></lines><tag>hot</tag></o>") { MediaType = "application/xml" }));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => RunAsync(Action, "{}", new("<o id='9'><lines/><tag>late</tag></o>") { MediaType = "application/xml" }));
        Assert.Equal((ErrorCode.Conflict, "late"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task Rules_read_errors_in_XML()
    {
        Provider provider = new("<Error><Code>NoSuchKey</Code><Message>Gone</Message></Error>") { MediaType = "application/problem+xml; charset=utf-8", Status = 404 };
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => RunAsync(
            """request: { path: /orders }| errors: [ { when: "${response.status == 404}", code: not_found, message: "${response.body.Message}", providerCode: "${response.body.Code}" } ]""", "{}", provider));
        Assert.Equal(("Gone", "NoSuchKey"), (failure.Message, failure.ProviderCode));
    }

    [Fact]
    public async Task A_body_that_is_put_together_has_a_schema_of_its_own()
    {
        Provider provider = new("{}");
        await RunAsync(
            """
            input: { type: object, properties: { id: { type: integer }, names: { type: array, items: { type: string } } } }
            | request: { method: POST, path: /orders, xml: { "@version": "2", head: { id: "${input.id}" }, name: "${input.names}", "note": { "@lang": en, "#text": "hi" } }, schema: { xml: { name: "s:Envelope", namespace: "urn:soap" } }, mediaType: text/xml }
            """,
            """{"id":3,"names":["a","b"]}""",
            provider);
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><s:Envelope version="2" xmlns:s="urn:soap"><head><id>3</id></head><name>a</name><name>b</name><note lang="en">hi</note></s:Envelope>""",
            provider.Body);
        Assert.Equal("text/xml", provider.ContentType);
    }

    [Fact]
    public async Task An_answer_without_a_schema_is_read_in_the_generic_way()
    {
        Provider provider = new("<a x='1'><b>1</b><b/><c><d>t</d></c></a>") { MediaType = "application/xml" };
        Assert.Equal("""{"@x":"1","b":["1",""],"c":{"d":"t"}}""", await RunAsync("request: { path: /orders }| responses: { 200: { application/xml: } }", "{}", provider));
    }

    [Theory]
    [InlineData("{ type: string }", "\"<a/>\"")]
    [InlineData("{ type: string, format: binary }", "\"PGEvPg==\"")]
    public async Task A_document_that_is_called_text_or_binary_is_handed_on(string schema, string output)
    {
        Provider provider = new("<a/>") { MediaType = "application/xml" };
        Assert.Equal(output, await RunAsync($"request: {{ path: /orders }}| responses: {{ 200: {{ application/xml: {schema} }} }}", "{}", provider));
    }

    [Fact]
    public async Task Steps_read_XML_too()
    {
        Provider provider = new("<o id='4'><lines/></o>") { MediaType = "application/xml" };
        string output = await RunAsync(
            """
            steps: [ { id: one, request: { path: /orders }, responses: { 200: { application/xml: { $ref: '#/datatypes/Order' } } } } ]
            | output: { type: integer }
            | map: "${steps.one.body.id}"
            """,
            "{}",
            provider);
        Assert.Equal("4", output);
    }

    [Fact]
    public async Task Answers_about_a_job_are_read_by_their_schemas()
    {
        Provider provider = new("<job n='5'><step>1</step></job>") { MediaType = "application/xml" };
        string output = await RunAsync(
            """
            request: { path: /orders }
            | responses: { 200: { application/xml: { type: object, properties: { step: { type: array, items: { type: integer } } } } } }
            | poll: { started: { type: object, required: [n], properties: { n: { type: integer, xml: { attribute: true } } } }, status: { type: object, required: [step], properties: { step: { type: array, items: { type: integer } } } }, request: { path: "/jobs/${started.body.n}" }, done: "${status.body.step[0] == 1}", result: { path: /result }, every: 1ms }
            """,
            "{}",
            provider);
        Assert.Equal("""{"step":[1],"@n":"5"}""", output);
        Assert.StartsWith("application/xml", provider.Accept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_optional_body_that_is_not_given_is_not_sent()
    {
        Provider provider = new("{}");
        await RunAsync("""input: { type: object, properties: { body: { $ref: "#/datatypes/Line" } } }| request: { method: POST, path: /orders, xml: "${input.body}" }""", "{}", provider);
        Assert.Equal(("", null), (provider.Body, provider.ContentType));
    }

    [Theory]
    [InlineData("xml: { a: b }", "has no name")]
    [InlineData("xml: { a: b }, schema: { xml: { name: 'a b' } }", "'a b' is none in XML")]
    [InlineData("xml: { a: b }, schema: { xml: { name: a, prefix: p } }", "has no 'namespace'")]
    [InlineData("xml: { a: b }, schema: { xml: { name: a, namespace: here } }", "no absolute URI")]
    [InlineData("xml: { a: b }, schema: { type: object, xml: { name: a }, properties: { b: { type: string, xml: { nodeType: none } } } }", "'none' is for lists only")]
    public void What_cannot_be_written_is_an_error(string body, string message)
    {
        CompiledConnector compiled = ConnectorCompiler.Compile(Definition.Of(Whole($"request: {{ method: POST, path: /x, {body} }}")), TestContext.Current.CancellationToken);
        Diagnostic error = compiled.Bound.Diagnostics.First(static d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        Assert.Equal("INTC1450", error.Descriptor.Id);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    private static string Whole(string action) => Head + string.Concat(action.Split('|').Select(static line => $"    {line.Trim()}\n"));

    private static async Task<string> RunAsync(string action, string input, Provider provider)
    {
        LoadedCode code = LoadedCode.Of(Whole(action));
        ConnectorDescriptor descriptor = (ConnectorDescriptor)code.Type("DemoConnector").GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        ReadOnlyMemory<byte> output = await new ActionExecutor(descriptor, new ConnectorOptions { HttpHandler = provider }).ExecuteAsync(
            "order.send", null, Encoding.UTF8.GetBytes(input), cancellationToken: TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.Span);
    }

    private sealed class Provider(string answer) : HttpMessageHandler
    {
        public string MediaType { get; init; } = "application/json";

        public int Status { get; init; } = 200;

        public string? Body { get; private set; }

        public string? ContentType { get; private set; }

        public string? Accept { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            ContentType = request.Content?.Headers.ContentType?.ToString();
            Accept = request.Headers.Accept.ToString();
            HttpResponseMessage response = new((HttpStatusCode)Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer)) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
            return response;
        }
    }
}
