using System.Net;
using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Tests.Harness;
using Interactor.Runtime;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>What <c>paginate</c> says is what the generated client does.</summary>
public sealed class PaginationTests
{
    private const string Head = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        variables: { size: { name: Size, type: integer, default: 2 } }

        """;

    private const string Output = """
                output:
                  type: object
                  required: [items]
                  properties:
                    items: { type: array, items: { type: integer } }
                    next: { type: [string, "null"] }
                    pages: { type: integer }
            """;

    [Fact]
    public async Task A_cursor_begins_where_the_input_says() => Assert.Equal(
        ["/things?q=x&at=start", "/things?q=x&at=b"],
        await WalkAsync(
            """
                input: { type: object, properties: { q: { type: string }, at: { type: string } } }
                request: { path: /things, query: { q: "${input.q}", at: "${input.at}" } }
                paginate: { kind: cursor, parameter: at, next: "${response.body.next}", items: "${response.body.items}" }

            """ + Output,
            """{"q":"x","at":"start"}""",
            """{"items":[1,2],"next":"b"}""",
            """{"items":[3]}"""));

    [Fact]
    public async Task A_cursor_may_stand_in_the_body_and_start_with_a_value() => Assert.Equal(
        ["""/things {"after":"first"}""", """/things {"after":"b"}""", """/things {"after":"c"}"""],
        await WalkAsync(
            """
                request: { method: POST, path: /things, json: { after: "${page.cursor}" } }
                paginate: { kind: cursor, start: first, next: "${response.body.next}", items: "${output.items}" }

            """ + Output,
            "{}",
            """{"items":[1],"next":"b"}""",
            """{"items":[2],"next":"c"}""",
            """{"items":[3],"next":""}"""));

    [Theory]
    [InlineData("page", "parameter: n", "/things?n=4 /things?n=5 /things?n=6", """{"n":4}""")]
    [InlineData("page", "parameter: n", "/things?n=1 /things?n=2 /things?n=3", "{}")]
    [InlineData("offset", "parameter: n", "/things?n=0 /things?n=2 /things?n=4", "{}")]
    [InlineData("offset", "parameter: n, start: 10", "/things?n=10 /things?n=12 /things?n=14", """{"n":4}""")]
    [InlineData("offset", "parameter: n, size: 3", "/things?n=0", "{}")]
    [InlineData("page", "parameter: n, start: \"${variables.size}\"", "/things?n=2 /things?n=3 /things?n=4", "{}")]
    [InlineData("page", "parameter: n, next: \"${page.number < (response.body.pages ?? 0) ? page.number + 1 : null}\"", "/things?n=1 /things?n=2", "{}")]
    public async Task Numbers_are_counted(string kind, string keys, string expected, string input) => Assert.Equal(
        expected.Split(' '),
        await WalkAsync(
            $$$"""
                input: { type: object, properties: { n: { type: integer } } }
                request: { path: /things, query: { n: "${input.n}" } }
                paginate: { kind: {{{kind}}}, {{{keys}}}, items: "${output.items}" }

            """ + Output,
            input,
            """{"items":[1,2],"pages":2}""",
            """{"items":[3,4],"pages":2}""",
            """{"items":[]}"""));

    [Fact]
    public async Task A_link_may_stand_in_the_body() => Assert.Equal(
        ["/things", "/more?p=2"],
        await WalkAsync(
            """
                request: { path: /things }
                paginate: { kind: link, next: "${response.body.next}", items: "${output.items}" }

            """ + Output,
            "{}",
            """{"items":[1],"next":"https://api.example.com/more?p=2"}""",
            """{"items":[2],"next":null}"""));

    [Fact]
    public async Task A_link_in_the_header_leads_through_a_mapped_list() => Assert.Equal(
        ["/things", "/linked"],
        await WalkAsync(
            """
                request: { path: /things }
                responses: { 200: { application/json: { type: array, items: { type: object, required: [n], properties: { n: { type: integer } } } } } }
                output: { type: array, items: { type: integer } }
                map: "${response.body.map(t, t.n)}"
                paginate: { kind: link }
            """,
            "{}",
            """[{"n":1},{"n":2}]""",
            """[{"n":3}]"""));

    [Fact]
    public async Task A_request_of_its_own_sees_the_response_before() => Assert.Equal(
        ["""/things {"q":"x"}""", """/things/more {"q":"x","from":"b"}"""],
        await WalkAsync(
            """
                input: { type: object, required: [q], properties: { q: { type: string } } }
                request: { method: POST, path: /things, json: { q: "${input.q}" } }
                paginate:
                  kind: next
                  when: "${response.body.next != null}"
                  next: { method: POST, path: /things/more, json: { q: "${input.q}", from: "${response.body.next}" } }
                  items: "${output.items}"

            """ + Output,
            """{"q":"x"}""",
            """{"items":[1],"next":"b"}""",
            """{"items":[2],"next":null}"""));

    [Fact]
    public async Task Steps_have_pages_too() => Assert.Equal(
        ["/ids", "/one/1", "/ids?at=b", "/one/2", "/one/3"],
        await WalkAsync(
            """
                steps:
                  - id: list
                    request: { path: /ids, query: { at: "${page.cursor}" } }
                    response: { type: object, required: [ids], properties: { ids: { type: array, items: { type: string } }, next: { type: string } } }
                  - { id: each, foreach: "${steps.list.body.ids}", request: { path: "/one/${item}" }, response: { type: integer } }
                output: { type: object, required: [items], properties: { items: { type: array, items: { type: integer } } } }
                map: { items: "${steps.each.map(e, e.body)}" }
                paginate: { kind: cursor, next: "${steps.list.body.next}", items: "${output.items}" }
            """,
            "{}",
            """{"ids":["1"],"next":"b"}""",
            "1",
            """{"ids":["2","3"]}""",
            "2",
            "3"));

    [Fact]
    public async Task Items_of_any_value_are_a_list_of_them()
    {
        LoadedCode code = Load("""
                request: { path: /things }
                paginate: { kind: page, parameter: n, items: "${response.body.value}" }
            """);
        List<string> items = [];
        dynamic client = Client(code, new Provider("""{"value":[1,"two"]}""", """{"value":[]}"""));
        await foreach (Interactor.Runtime.Json.JsonValue item in (IAsyncEnumerable<Interactor.Runtime.Json.JsonValue>)client.Thing.ListAsync())
        {
            items.Add(item.ToString());
        }

        Assert.Equal(["1", "\"two\""], items);
    }

    [Theory]
    [InlineData("?.next", "{}")]
    [InlineData("?['next']", "{}")]
    [InlineData("?.next", "{ type: object, properties: { next: { type: string } } }")]
    [InlineData("?['next']", "{ type: object, properties: { next: { type: string } } }")]
    public async Task A_link_that_the_last_page_leaves_out_ends_the_walk(string member, string schema)
    {
        LoadedCode code = Load($$"""
                request: { path: /things }
                responses: { 200: { application/json: {{schema}} } }
                paginate: { kind: link, next: "${response.body{{member}}}" }
            """);
        ConnectorDescriptor descriptor = (ConnectorDescriptor)code.Type("DemoConnector").GetProperty("Descriptor")!.GetValue(null)!;
        ActionExecutor executor = new(descriptor, new ConnectorOptions { HttpHandler = new Provider("""{"next":"?2"}""", "{}") });
        Assert.Equal(2, await executor.PagesAsync("thing.list", null, default, cancellationToken: TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => executor.ItemsAsync("thing.list", null, default, cancellationToken: TestContext.Current.CancellationToken)).Code);
    }

    [Fact]
    public async Task The_output_may_tell_the_place_of_its_page() => Assert.Equal(
        ["/things?n=4", "/things?n=5"],
        await WalkAsync(
            """
                input: { type: object, properties: { n: { type: integer } } }
                request: { path: /things, query: { n: "${input.n}" } }
                responses: { 200: { application/json: { type: array, items: { type: integer } } } }
                output: { type: object, required: [at, items], properties: { at: { type: integer }, items: { type: array, items: { type: integer } } } }
                map: { at: "${page.number}", items: "${response.body}" }
                paginate: { kind: page, parameter: n, items: "${output.items}", next: "${size(response.body) == 2 ? page.number + 1 : null}" }
            """,
            """{"n":4}""",
            "[1,2]",
            "[3]"));

    [Fact]
    public async Task Without_items_the_method_gives_pages()
    {
        LoadedCode code = Load("""
                request: { path: /things }
                paginate: { kind: link, next: "${response.body?.next}" }
            """);
        List<string> pages = [];
        dynamic client = Client(code, new Provider("""{"next":"?2"}""", "{}"));
        await foreach (Interactor.Runtime.Json.JsonValue page in (IAsyncEnumerable<Interactor.Runtime.Json.JsonValue>)client.Thing.ListAsync())
        {
            pages.Add(page.ToString());
        }

        Assert.Equal(["""{"next":"?2"}""", "{}"], pages);
    }

    [Theory]
    [InlineData("{ kind: cursor, parameter: at }", "INTC1202")]
    [InlineData("{ kind: circle }", "INTC1206")]
    [InlineData("{ kind: cursor, parameter: at, next: \"${response.body.nxt}\" }", "INTC1111")]
    [InlineData("{ kind: cursor, parameter: at, next: \"${response.body.items}\" }", "INTC1121")]
    [InlineData("{ kind: cursor, parameter: at, next: \"${response.body.next}\", items: \"${output.next}\" }", "INTC1404")]
    [InlineData("{ kind: cursor, parameter: at, next: \"${response.body.next}\", items: \"${variables.size}\" }", null)]
    [InlineData("{ kind: cursor, parameter: at, next: \"${response.body.next}\", size: 5 }", "INTC1414")]
    [InlineData("{ kind: link, parameter: at }", "INTC1414")]
    [InlineData("{ kind: link, next: \"${response.body.next ?? variables.key}\" }", "INTC1407")]
    [InlineData("{ kind: next, when: true }", "INTC1202")]
    [InlineData("{ kind: offset, parameter: at, items: \"${output.items}\", size: 0 }", null)]
    [InlineData("{ kind: page, parameter: at, items: \"${output.items}\", start: \"${response.status}\" }", null)]
    [InlineData("{ kind: page, parameter: at, items: \"${output.items}\", pages: 5 }", null)]
    public void What_is_wrong_is_reported_where_it_stands(string paginate, string? id)
    {
        string yaml = Head.Replace("variables: {", "variables: { key: { name: Key, secret: true }, ", StringComparison.Ordinal) + Action($"""
                request: {'{'} path: /things {'}'}
                paginate: {paginate}

            """ + Output);
        BoundIds found = new(ConnectorCompiler.Compile(Definition.Of(yaml), TestContext.Current.CancellationToken).Bound.Diagnostics);
        int line = yaml[..yaml.IndexOf("paginate:", StringComparison.Ordinal)].Count(static c => c == '\n');
        Diagnostic first = found.First;
        Assert.Equal(line, first.Location.Start.Line);
        Assert.True(id is null || first.Descriptor.Id == id, first.ToString());
    }

    [Fact]
    public void An_action_without_pages_is_emitted_as_before()
    {
        const string Plain = """
                request: { path: /things }

            """ + Output;
        string[] files = [.. Definition.Compile(Definition.Of(Head + Action(Plain))).Files.Select(static file => file.Text)];
        Assert.DoesNotContain(files, static text => text.Contains("Pages = new", StringComparison.Ordinal) || text.Contains("PagesAsync", StringComparison.Ordinal) || text.Contains("PagedItems", StringComparison.Ordinal) || text.Contains("context.Page", StringComparison.Ordinal));
    }

    private sealed record BoundIds(IEnumerable<Diagnostic> All)
    {
        public Diagnostic First => All.First(static d => d.Descriptor.Severity != DiagnosticSeverity.Info);
    }

    private static string Action(string body) => $"""
        actions:
          thing.list:
            version: 1.0.0
            name: List Things
            effect: read
        {body}
        """;

    private static LoadedCode Load(string body) => LoadedCode.Of(Head + Action(body));

    private static dynamic Client(LoadedCode code, HttpMessageHandler provider)
    {
        ConnectorOptions options = (ConnectorOptions)Activator.CreateInstance(code.Type("DemoOptions"))!;
        options.HttpHandler = provider;
        return Activator.CreateInstance(code.Type("DemoClient"), options)!;
    }

    // Both doors have to send the same: the typed client, item by item, and the executor by name, page by page.
    private static async Task<IEnumerable<string>> WalkAsync(string body, string input, params string[] answers)
    {
        LoadedCode code = Load(body);
        Provider untyped = new(answers);
        ConnectorDescriptor descriptor = (ConnectorDescriptor)code.Type("DemoConnector").GetProperty("Descriptor")!.GetValue(null)!;
        int pages = 0;
        await foreach (ReadOnlyMemory<byte> page in new ActionExecutor(descriptor, new ConnectorOptions { HttpHandler = untyped }).PagesAsync("thing.list", null, Encoding.UTF8.GetBytes(input), cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.NotEqual(0, page.Length);
            pages++;
        }

        Provider byItem = new(answers);
        int wanted = 1;
        await foreach (ReadOnlyMemory<byte> item in new ActionExecutor(descriptor, new ConnectorOptions { HttpHandler = byItem }).ItemsAsync("thing.list", null, Encoding.UTF8.GetBytes(input), cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Equal((wanted++).ToString(), Encoding.UTF8.GetString(item.Span));
        }

        Assert.Equal(untyped.Requests, byItem.Requests);
        Provider typed = new(answers);
        dynamic client = Client(code, typed);
        object items = input == "{}" ? client.Thing.ListAsync() : client.Thing.ListAsync((dynamic)ParseInput(code, input));
        long expected = 1;
        await foreach (long item in (IAsyncEnumerable<long>)items)
        {
            Assert.Equal(expected++, item);
        }

        Assert.True(expected > 1);
        Assert.NotEqual(0, pages);
        Assert.Equal(untyped.Requests, typed.Requests);
        return typed.Requests;
    }

    private static object ParseInput(LoadedCode code, string input)
    {
        Assert.True(code.Contract("ThingListInput").TryParse(input, out object? value));
        return value!;
    }

    private sealed class Provider(params string[] answers) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync(cancellationToken);
            Requests.Add(request.RequestUri!.PathAndQuery + body);
            HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new StringContent(answers[Requests.Count - 1], Encoding.UTF8, "application/json") };
            if (Requests.Count == 1)
            {
                response.Headers.TryAddWithoutValidation("Link", "</linked>; rel=\"next\"");
            }

            return response;
        }
    }
}
