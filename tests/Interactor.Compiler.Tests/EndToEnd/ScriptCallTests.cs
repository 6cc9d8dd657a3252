using System.Net;
using System.Text;
using Interactor.Compiler.Tests.Harness;
using Interactor.Runtime;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>Which scripts are called, with what, how often and in which order.</summary>
public sealed class ScriptCallTests
{
    private const string Yaml = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        variables: { key: { name: Key, secret: true } }
        datatypes:
          Word: { type: object, required: [text], properties: { text: { type: string }, note: { type: string }, maybe: { type: [string, "null"] } } }
        scripts:
          one: { file: scripts/a.js, input: { $ref: "#/datatypes/Word" }, output: { type: string } }
          two: { file: scripts/a.js, input: { type: string }, output: { type: string } }
          yes: { file: scripts/a.js, input: {}, output: { type: boolean } }
          list: { file: scripts/a.js, output: { type: array, items: { type: string } } }
          maybe: { file: scripts/a.js, input: { type: string }, output: { type: [string, "null"] } }
        actions:
          order:
            version: 1.0.0
            name: Order
            effect: read
            input: { type: object, required: [text], properties: { text: { type: string }, note: { type: string }, inner: { $ref: "#/datatypes/Word" } } }
            request:
              path: "/${scripts.two('path')}"
              query: { nested: "${scripts.two(scripts.one({text: input.text, note: input.note, maybe: input.note}))}" }
              headers:
                X-Then: "${input.text == 'a' ? scripts.two('then') : scripts.two('else')}"
                X-And: "${string(input.text == 'a' && scripts.yes('and'))}"
                X-Or: "${string(input.text == 'a' || scripts.yes('or'))}"
                X-Else: "${input.note ?? scripts.two('no note')}"
                X-Deep: "${input.inner?.note?.replace('x', scripts.two('deep'))}"
                X-Maybe: "${scripts.maybe('m')?.size() ?? 0}"
                X-Again: "${scripts.two('path')}"
          looped:
            version: 1.0.0
            name: Looped
            effect: read
            steps:
              - id: first
                when: "${scripts.yes('when')}"
                request: { path: "/first/${scripts.two('first')}" }
                response: { type: object, required: [id], properties: { id: { type: string } } }
                set: { kept: "${scripts.two(response.body.id)}" }
              - id: each
                foreach: "${scripts.list()}"
                request: { path: "/each/${scripts.two(item)}" }
              - id: never
                when: "${!scripts.yes('never')}"
                request: { path: "/never" }
            output: { type: object, required: [kept, count], properties: { kept: { type: string }, count: { type: integer } } }
            map: { kept: "${scripts.two(steps.first?.kept ?? 'none')}", count: "${size(steps.each)}" }
          again:
            version: 1.0.0
            name: Again
            effect: read
            retry: { attempts: 3, statuses: [], when: "${scripts.yes(response.body)}", wait: { exponential: { base: 1ms, cap: 1ms } } }
            errors:
              - { when: "${scripts.two('rule one') == 'x'}", code: conflict }
              - { when: "${scripts.two('rule two') == 'two'}", code: not_found, message: "${scripts.two('message')}" }
              - { when: "${scripts.two('rule three') == 'two'}", code: transient }
            request: { path: "/again", headers: { X-Key: "${scripts.two(variables.key)}", X-Time: "${scripts.two(env.uuid)}" } }
          paged:
            version: 1.0.0
            name: Paged
            effect: read
            paginate: { kind: cursor, parameter: after, next: "${response.body.next}", items: "${response.body.items}" }
            request: { path: "/paged/${scripts.two(page.cursor ?? 'start')}" }
            output: { type: object, required: [items], properties: { items: { type: array, items: { type: string } }, next: { type: string } } }
          scripted:
            version: 1.0.0
            name: Scripted
            effect: read
            input: { type: object, required: [text], properties: { text: { type: string }, extra: { type: integer } } }
            script: scripts.one
        """;

    private static readonly Lazy<ConnectorDescriptor> Connector = new(() => (ConnectorDescriptor)LoadedCode.Of(("connector.yaml", Yaml), ("scripts/a.js", "export const a = 1;"))
        .Type("DemoConnector").GetProperty("Descriptor")!.GetValue(null)!);

    private readonly List<string> _requests = [];

    [Theory]
    [InlineData("""{"text":"a","note":"n"}""", """two["path"] one[{"text":"a","note":"n","maybe":"n"}] two["one"] two["then"] yes["and"] maybe["m"]""")]
    [InlineData("""{"text":"b"}""", """two["path"] one[{"text":"b","maybe":null}] two["one"] two["else"] yes["or"] two["no note"] maybe["m"]""")]
    [InlineData("""{"text":"b","inner":{"text":"t"}}""", """two["path"] one[{"text":"b","maybe":null}] two["one"] two["else"] yes["or"] two["no note"] maybe["m"]""")]
    [InlineData("""{"text":"b","note":"n","inner":{"text":"t","note":"x"}}""", """two["path"] one[{"text":"b","note":"n","maybe":"n"}] two["one"] two["else"] yes["or"] two["deep"] maybe["m"]""")]
    public async Task Each_call_is_made_once_in_its_order_and_only_where_its_condition_holds(string input, string calls)
    {
        RecordingRunner runner = new((name, _) => name switch { "yes" => "true", "maybe" => "null", _ => $"\"{name}\"" });
        await RunAsync(runner, "order", input);
        Assert.Equal(calls, string.Join(" ", runner.Calls));
        string request = Assert.Single(_requests);
        Assert.StartsWith("/two?nested=two", request, StringComparison.Ordinal);
        Assert.Contains("X-Maybe: 0", request, StringComparison.Ordinal);
        Assert.Contains("X-Again: two", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_call_scripts_in_when_foreach_request_set_and_map()
    {
        RecordingRunner runner = new((name, arguments) => name switch { "yes" => "true", "list" => """["p","q"]""", _ => arguments[1..^1] });
        string output = await RunAsync(runner, "looped", "{}", """{"id":"i7"}""");
        Assert.Equal("""{"kept":"i7","count":2}""", output);
        Assert.Equal("""yes["when"] two["first"] two["i7"] list[] two["p"] two["q"] yes["never"] two["i7"]""", string.Join(" ", runner.Calls));
        Assert.Equal(["/first/first", "/each/p", "/each/q"], _requests.Select(r => r.Split('\n')[0]));
    }

    [Fact]
    public async Task Each_attempt_calls_its_scripts_anew_and_rules_call_theirs_until_one_holds()
    {
        int uuid = 0;
        RecordingRunner runner = new((name, arguments) => name == "yes" ? "true" : arguments.StartsWith("[\"rule", StringComparison.Ordinal) ? "\"two\"" : arguments[1..^1]);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => RunAsync(runner, "again", "{}", "{}", HttpStatusCode.BadRequest, options => options.NewUuid = () => $"u{++uuid}"));
        Assert.Equal((ErrorCode.NotFound, "message"), (failure.Code, failure.Message));
        string[] attempt = ["two[\"secret-key\"]", "two[\"u0\"]", "two[\"rule one\"]", "two[\"rule two\"]", "two[\"message\"]", "yes[{}]"];
        Assert.Equal(Enumerable.Range(1, 3).SelectMany(n => attempt.Select(a => a.Replace("u0", $"u{n}", StringComparison.Ordinal))), runner.Calls);
    }

    [Fact]
    public async Task A_script_of_a_rule_that_fails_does_not_hide_the_error_of_the_provider()
    {
        RecordingRunner runner = new((name, arguments) => arguments.Contains("rule two", StringComparison.Ordinal) || name == "yes"
            ? throw new InteractorException(ErrorCode.ScriptError, "failed")
            : arguments.Contains("rule three", StringComparison.Ordinal) ? "\"two\"" : arguments[1..^1]);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => RunAsync(runner, "again", "{}", "{}", HttpStatusCode.BadRequest));
        Assert.Equal(ErrorCode.Transient, failure.Code);
        Assert.Single(_requests);
    }

    [Fact]
    public async Task Each_page_calls_the_scripts_of_its_request()
    {
        RecordingRunner runner = new((_, arguments) => arguments[1..^1]);
        int page = 0;
        ActionExecutor executor = Executor(runner, () => ++page < 3 ? $$"""{"items":["i"],"next":"c{{page}}"}""" : """{"items":[]}""");
        int pages = 0;
        await foreach (ReadOnlyMemory<byte> _ in executor.PagesAsync("paged", null, default, cancellationToken: TestContext.Current.CancellationToken))
        {
            pages++;
        }

        Assert.Equal(3, pages);
        Assert.Equal(["two[\"start\"]", "two[\"c1\"]", "two[\"c2\"]"], runner.Calls);
    }

    [Fact]
    public async Task An_action_may_be_a_script()
    {
        RecordingRunner runner = new((_, _) => "\"done\"");
        Assert.Equal("\"done\"", await RunAsync(runner, "scripted", """{"text":"t","extra":1}"""));
        Assert.Equal(["""one[{"text":"t","extra":1}]"""], runner.Calls);
        Assert.Empty(_requests);
    }

    [Fact]
    public async Task Without_a_runner_the_error_says_what_to_reference()
    {
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => RunAsync(null, "scripted", """{"text":"t"}"""));
        Assert.Equal(ErrorCode.ScriptError, failure.Code);
        Assert.Contains("Interactor.Runtime.JavaScript", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ScriptRunner", failure.Message, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(
        IScriptRunner? runner, string action, string input, string body = "{}", HttpStatusCode status = HttpStatusCode.OK, Action<ConnectorOptions>? configure = null) =>
        Encoding.UTF8.GetString((await Executor(runner, () => body, status, configure).ExecuteAsync(
            action, null, Encoding.UTF8.GetBytes(input), cancellationToken: TestContext.Current.CancellationToken)).Span);

    private ActionExecutor Executor(IScriptRunner? runner, Func<string> body, HttpStatusCode status = HttpStatusCode.OK, Action<ConnectorOptions>? configure = null)
    {
        ConnectorOptions options = new() { HttpHandler = new Provider(_requests, body, status), ScriptRunner = runner };
        options.Values["key"] = "secret-key";
        configure?.Invoke(options);
        return new ActionExecutor(Connector.Value, options);
    }

    private sealed class Provider(List<string> requests, Func<string> body, HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            requests.Add($"{request.RequestUri!.PathAndQuery}\n{request.Headers}");
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body(), Encoding.UTF8, "application/json") });
        }
    }
}
