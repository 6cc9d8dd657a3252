using System.Globalization;
using System.Net;
using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Tests.Harness;
using Interactor.Runtime;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>What <c>stream</c> says is what the generated client does.</summary>
public sealed class StreamTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_are_items_of_the_output()
    {
        object client = Client("""
                stream: lines
                output: { type: object, required: [n], properties: { n: { type: integer } } }
            """, "{\"n\":1}\n{\"n\":2}\n", "application/x-ndjson");
        Assert.Equal([1L, 2L], (await AllAsync(client)).Select(static item => (object?)((dynamic)item!).N));
    }

    [Fact]
    public async Task An_output_is_the_schema_under_the_success()
    {
        object client = Client("""
                stream: events
                responses: { 200: { text/event-stream: { type: integer } } }
            """, "data: 1\n\ndata: 2\n\n", "text/event-stream");
        Assert.Equal([1L, 2L], await AllAsync(client));
    }

    [Fact]
    public async Task A_status_without_a_body_makes_no_item_null()
    {
        object client = Client("""
                stream: events
                responses: { 200: { text/event-stream: { type: string } }, 204: {} }
            """, "data: as it stands\n\n", "text/event-stream");
        Assert.Equal(["as it stands"], await AllAsync(client));
    }

    [Theory]
    [InlineData("{ type: string }", "a \"b\"")]
    [InlineData("{ type: string, enum: [on, off] }", "on")]
    [InlineData("{ type: string, format: date }", "2026-01-02")]
    public async Task Items_with_a_schema_of_text_are_text(string schema, string line) =>
        Assert.Contains(
            line,
            string.Format(CultureInfo.InvariantCulture, "{0:yyyy-MM-dd}", Assert.Single(await AllAsync(Client($"    stream: lines\n    output: {schema}", line + "\n", "text/plain")))),
            StringComparison.Ordinal);

    [Fact]
    public async Task Items_that_may_be_null_are_json() =>
        Assert.Equal(["a", null], await AllAsync(Client("    stream: lines\n    output: { type: [string, \"null\"] }", "\"a\"\nnull\n", "application/json")));

    [Fact]
    public async Task A_stream_ends_where_it_says_and_has_the_types_that_it_says()
    {
        object client = Client("""
                stream: { kind: events, end: "[DONE]", types: [delta, message] }
                output: { type: integer }
            """, "event: ping\ndata: {}\n\nevent: delta\ndata: 1\n\ndata: [DONE]\n\ndata: 2\n\n", "text/event-stream");
        Assert.Equal([1L], await AllAsync(client));
    }

    [Fact]
    public async Task Bytes_are_a_download()
    {
        dynamic client = Client("    stream: bytes", "hello", "image/png");
        await using Download download = await client.Thing.WatchAsync();
        using StreamReader reader = new(download.Content);
        Assert.Equal(("hello", "image/png", 5), (await reader.ReadToEndAsync(Token), download.MediaType, download.Length));
    }

    [Theory]
    [InlineData("stream: bites", "INTC1206", "Did you mean 'bytes'?")]
    [InlineData("stream: { kind: events, ends: x }", "INTC1201", "Did you mean 'end'?")]
    [InlineData("stream: { end: x }", "INTC1202", "kind")]
    [InlineData("stream: { kind: lines, types: [a] }", "INTC1420", "events only")]
    [InlineData("stream: { kind: bytes, end: x }", "INTC1420", "none is the last")]
    [InlineData("poll: { request: { path: /job }, done: \"${status.status == 200}\" }\n    stream: bytes", "INTC1420", "no job")]
    [InlineData("stream: { kind: events, end: \"${input.x}\" }", "INTC1207", "end")]
    public void What_is_wrong_is_reported_where_it_stands(string stream, string id, string message)
    {
        string yaml = Head + "    " + stream;
        Diagnostic first = ConnectorCompiler.Compile(Definition.Of(yaml), Token).Bound.Diagnostics.First(static d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        Assert.Equal((id, Head.Count(static c => c == '\n')), (first.Descriptor.Id, first.Location.Start.Line));
        Assert.Contains(message, first.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_have_no_other_output()
    {
        CompiledConnector compiled = ConnectorCompiler.Compile(Definition.Of(Head + "    stream: bytes\n    output: { type: object }"), Token);
        Assert.Equal("INTC1404", Assert.Single(compiled.Bound.Diagnostics).Descriptor.Id);
    }

    private const string Head = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        actions:
          thing.watch:
            version: 1.0.0
            name: Watch Things
            effect: read
            request: { path: /things }

        """;

    private static object Client(string action, string text, string mediaType)
    {
        string body = string.Join('\n', action.Split('\n').Select(static line => "    " + line.Trim()));
        LoadedCode code = LoadedCode.Of(Head + body);
        object options = Activator.CreateInstance(code.Type("DemoOptions"))!;
        ((ConnectorOptions)options).HttpHandler = new Provider(text, mediaType);
        return Activator.CreateInstance(code.Type("DemoClient"), options)!;
    }

    private static async Task<List<object?>> AllAsync(object client)
    {
        dynamic items = ((dynamic)client).Thing.WatchAsync();
        return await ListAsync(items);
    }

    private static async Task<List<object?>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<object?> list = [];
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private sealed class Provider(string text, string mediaType) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            return Task.FromResult(response);
        }
    }
}
