using System.Net;
using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Tests.Harness;
using Interactor.Runtime;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>What <c>poll</c> says is what the generated client does.</summary>
public sealed class PollTests
{
    private const string Head = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        egress: [api.example.com]
        variables: { key: { name: Key, secret: true, required: false } }

        """;

    private const string Started = "started: { type: object, required: [id], properties: { id: { type: string }, link: { type: string } } }";

    private const string Status = "status: { type: object, required: [state], properties: { state: { type: string }, error: { type: object, properties: { code: { type: string }, message: { type: string } } }, file: { type: string } } }";

    [Fact]
    public async Task The_state_is_asked_for_until_it_is_done_and_then_the_result() => Assert.Equal(
        ["""POST /reports {"name":"x"}""", "GET /jobs/j1?of=x", "GET /jobs/j1?of=x", "GET /files/f%2F1"],
        await RunAsync(
            $$$"""
                input: { type: object, required: [name], properties: { name: { type: string } } }
                request: { method: POST, path: /reports, json: { name: "${input.name}" } }
                poll:
                  when: "${started.status == 202}"
                  {{{Started}}}
                  {{{Status}}}
                  request: { path: "/jobs/${started.body.id}", query: { of: "${input.name}" } }
                  done: "${status.body.state == 'done'}"
                  every: 1ms
                  result: { path: "/files/${status.body.file ?? 'none'}" }
                output: { type: object, required: [rows], properties: { rows: { type: integer } } }
            """,
            """{"name":"x"}""",
            """{"rows":3}""",
            "202 {\"id\":\"j1\"}",
            """200 {"state":"running"}""",
            """200 {"state":"done","file":"f/1"}""",
            """200 {"rows":3}"""));

    [Fact]
    public async Task The_answer_about_the_job_may_be_mapped() => Assert.Equal(
        ["GET /reports", "GET /jobs/next", "GET /jobs/last"],
        await RunAsync(
            """
                request: { path: /reports }
                poll:
                  request: { url: "${status?.headers['x-next'] ?? started.headers['x-next']}" }
                  done: "${status.body.progress == 100}"
                  every: 1ms
                output: { type: object, required: [total], properties: { total: { type: integer } } }
                map: { total: "${int(response.body.value)}" }
            """,
            "{}",
            """{"total":9}""",
            "202 not json",
            """200 {"progress":50}""",
            """200 {"progress":100,"value":9}"""));

    [Fact]
    public async Task An_answer_that_is_the_result_already_needs_no_job() => Assert.Equal(
        ["GET /reports"],
        await RunAsync(
            $$$"""
                request: { path: /reports }
                poll: { when: "${started.status == 202}", {{{Started}}}, request: { path: "/jobs/${started.body.id}" }, done: "${status.status == 200}" }
                output: { type: object, required: [rows], properties: { rows: { type: integer } } }
            """,
            "{}",
            """{"rows":3}""",
            """200 {"rows":3}"""));

    [Fact]
    public async Task A_failure_has_code_and_message_of_the_provider()
    {
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => RunAsync(
            $$$"""
                request: { path: /reports }
                poll:
                  {{{Status}}}
                  request: { path: /jobs/1 }
                  failed:
                    - { when: "${status.body.error?.code == 'quota'}", code: quota_exceeded }
                    - { when: "${status.body.state == 'failed'}", message: "No report: ${status.body.error?.message ?? ''}", providerCode: "${status.body.error?.code}" }
                  done: "${status.body.state == 'done'}"
                  every: 1ms
            """,
            "{}",
            "",
            "202 {}",
            """200 {"state":"failed","error":{"code":"E1","message":"too many rows"}}"""));
        Assert.Equal((ErrorCode.ProviderError, "E1", "No report: too many rows"), (failure.Code, failure.ProviderCode, failure.Message));
    }

    [Theory]
    [InlineData("{ done: \"${status.status == 200}\" }", "INTC1202")]
    [InlineData("{ request: { path: /jobs } }", "INTC1202")]
    [InlineData("{ request: { path: /jobs }, done: \"${status.body.state}\", started: { type: object } , status: { type: object, required: [state], properties: { state: { type: string } } } }", null)]
    [InlineData("{ request: { path: /jobs }, done: \"${status.body.stat == 'done'}\", status: { type: object, required: [state], additionalProperties: false, properties: { state: { type: string } } } }", "INTC1111")]
    [InlineData("{ request: { path: \"/jobs/${status.body.id}\" }, done: \"${status.status == 200}\" }", null)]
    [InlineData("{ request: { path: /jobs }, done: \"${response.status == 200}\" }", "INTC1110")]
    [InlineData("{ request: { path: /jobs }, done: \"${status.status == 200}\", every: 2m, deadline: 1m }", "INTC1435")]
    [InlineData("{ request: { path: /jobs }, done: \"${status.status == 200}\", evry: 2m }", "INTC1201")]
    [InlineData("{ request: { path: /jobs }, done: \"${status.status == 200}\", failed: { when: \"${status.status == 201}\", code: broken } }", "INTC1206")]
    [InlineData("{ request: { path: /jobs }, done: \"${status.status == 200}\", failed: { code: conflict } }", "INTC1202")]
    [InlineData("{ request: { path: /jobs }, done: \"${status.status == 200}\", failed: { when: \"${status.status == 201}\", message: \"${variables.key}\" } }", "INTC1407")]
    [InlineData("{ request: { path: \"/jobs/${variables.key ?? ''}\" }, done: \"${status.status == 200}\" }", "INTC1407")]
    [InlineData("{ request: { url: \"https://elsewhere.example.org/jobs\" }, done: \"${status.status == 200}\" }", "INTC1404", "paginate: { kind: link }")]
    [InlineData("{ request: { path: /jobs }, done: \"${status.status == 200}\" }", "INTC1435", "paginate: { kind: link }")]
    public void What_is_wrong_is_reported_where_it_stands(string poll, string? id, string more = "")
    {
        string yaml = Head + Action($$"""
                request: { path: /things }
                poll: {{poll}}
                {{more}}
            """);
        Diagnostic first = ConnectorCompiler.Compile(Definition.Of(yaml), TestContext.Current.CancellationToken).Bound.Diagnostics.First(static d => d.Descriptor.Severity != DiagnosticSeverity.Info);
        int line = yaml[..yaml.IndexOf("poll:", StringComparison.Ordinal)].Count(static c => c == '\n');
        Assert.Equal(line, first.Location.Start.Line);
        Assert.True(id is null or "INTC1404" || first.Descriptor.Id == id, first.ToString());
    }

    [Fact]
    public void A_job_needs_one_request()
    {
        string[] ids = [.. ConnectorCompiler.Compile(
            Definition.Of(Head + Action("""
                    steps: [{ id: one, request: { path: /things } }]
                    map: "${steps.one.body}"
                    poll: { request: { path: /jobs }, done: "${status.status == 200}" }
                """)),
            TestContext.Current.CancellationToken).Bound.Diagnostics.Select(static d => d.Descriptor.Id)];
        Assert.Contains("INTC1435", ids);
    }

    [Fact]
    public void An_action_without_a_job_is_emitted_as_before()
    {
        string[] files = [.. Definition.Compile(Definition.Of(Head + Action("    request: { path: /things }"))).Files.Select(static file => file.Text)];
        Assert.DoesNotContain(files, static text => text.Contains("Job", StringComparison.Ordinal));
    }

    private static string Action(string body) => $"""
        actions:
          report.get:
            version: 1.0.0
            name: Get a Report
            effect: read
        {body}
        """;

    // Both doors have to send the same and give the same.
    private static async Task<IEnumerable<string>> RunAsync(string body, string input, string output, params string[] answers)
    {
        LoadedCode code = LoadedCode.Of(Head + Action(body));
        Provider provider = new(answers);
        ConnectorDescriptor descriptor = (ConnectorDescriptor)code.Type("DemoConnector").GetProperty("Descriptor")!.GetValue(null)!;
        ReadOnlyMemory<byte> given = await new ActionExecutor(descriptor, new ConnectorOptions { HttpHandler = provider })
            .ExecuteAsync("report.get", null, Encoding.UTF8.GetBytes(input), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(output, Encoding.UTF8.GetString(given.Span));
        return provider.Requests;
    }

    private sealed class Provider(params string[] answers) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync(cancellationToken);
            Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}{body}");
            string answer = answers[Requests.Count - 1];
            HttpResponseMessage response = new((HttpStatusCode)int.Parse(answer[..3])) { Content = new StringContent(answer[4..], Encoding.UTF8, "application/json") };
            response.Headers.TryAddWithoutValidation("X-Next", Requests.Count == 1 ? "/jobs/next" : "https://api.example.com/jobs/last");
            return response;
        }
    }
}
