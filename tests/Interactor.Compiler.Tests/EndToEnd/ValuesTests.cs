using System.Net;
using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Tests.Harness;
using Interactor.Runtime;
using Interactor.Runtime.Json;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>What <c>values</c> says is what a host can ask.</summary>
public sealed class ValuesTests
{
    private const string Head = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        datatypes:
          Card: { type: object, properties: { board: { type: string, values: { action: board.list, parameters: { team: "${input.team}" }, items: "${output.boards}", value: "${item.id}" } }, below: { $ref: "#/datatypes/Card" } } }
        actions:
          team.list:
            version: 1.0.0
            name: List Teams
            effect: read
            request: { path: /teams }
            output: { type: array, items: { type: string } }

          board.list:
            version: 1.0.0
            name: List Boards
            effect: read
            input: { type: object, required: [team], properties: { team: { type: string }, query: { type: string }, top: { type: integer } } }
            request: { path: /boards, query: { team: "${input.team}", q: "${input.query}", top: "${input.top}" } }
            output: { type: object, required: [boards], properties: { boards: { type: array, items: { type: object, required: [id], properties: { id: { type: string }, name: { type: string }, rank: { type: integer } } } }, next: { type: string }, form: {} } }
            paginate: { kind: cursor, parameter: at, next: "${response.body.next}", items: "${output.boards}" }

          board.drop:
            version: 1.0.0
            name: Drop Boards
            effect: destructive
            request: { method: DELETE, path: /boards }
            output: { type: array, items: { type: string } }

          card.create:
            version: 1.0.0
            name: Create a Card
            effect: write
            input:
              type: object
              required: [title]
              properties:
                title: { type: string }
                team: { type: string, values: { action: team.list } }
                size: { type: integer }
                boards: { type: array, items: { type: string } }
        PROPERTY
            request: { method: POST, path: /cards, json: "${input}" }
        """;

    [Fact]
    public async Task A_list_of_texts_is_a_list_of_choices()
    {
        Provider provider = new("""["red","blue"]""");
        Assert.Equal(["red=red", "blue=blue"], await ChoicesAsync(provider, "board: { type: string }", "team", "{}"));
        Assert.Equal(["/teams"], provider.Requests);
    }

    [Fact]
    public async Task Labels_are_looked_through_where_the_action_does_not_search()
    {
        Assert.Equal(["Blue=Blue"], await ChoicesAsync(new Provider("""["red","Blue"]"""), "board: { type: string }", "/team", "", "blu"));
    }

    [Fact]
    public async Task Choices_come_from_all_pages_with_parameters_of_the_input()
    {
        Provider provider = new("""{"boards":[{"id":"b1","name":"One"},{"id":"b2"}],"next":"p2"}""", """{"boards":[{"id":"b3","name":"Three","rank":3}]}""");
        Assert.Equal(
            ["b1=One 0", "b2=b2", "b3=Three 3"],
            await ChoicesAsync(provider, """board: { type: string, values: { action: board.list, parameters: { team: "${input.team}", top: "5" }, value: "${item.id}", label: "${item.name} ${item.rank ?? 0}" } }""", "board", """{"team":"t 1"}"""));
        Assert.Equal(["/boards?team=t%201&top=5", "/boards?team=t%201&top=5&at=p2"], provider.Requests);
    }

    [Fact]
    public async Task Nothing_more_is_asked_for_than_is_wanted()
    {
        Provider provider = new("""{"boards":[{"id":"b1"}],"next":"p2"}""");
        ActionExecutor executor = Executor(provider, """board: { type: string, values: { action: board.list, parameters: { team: x }, value: "${item.id}" } }""");
        await foreach (ValueChoice choice in executor.ValuesAsync("card.create", null, "board", default, cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Equal("b1", choice.Label);
            break;
        }

        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task The_action_may_search()
    {
        Provider provider = new("""{"boards":[{"id":"b1","name":"Other"}]}""");
        Assert.Equal(
            ["b1=Other"],
            await ChoicesAsync(provider, """board: { type: string, values: { action: board.list, parameters: { team: x }, items: "${output.boards}", value: "${item.id}", label: "${item.name}", search: query } }""", "board", "{}", "road & map"));
        Assert.Equal(["/boards?team=x&q=road%20%26%20map"], provider.Requests);
    }

    [Fact]
    public async Task What_is_not_filled_in_yet_is_left_out()
    {
        const string Board = """board: { type: string, values: { action: board.list, parameters: { team: "${input.team}" }, value: "${item.id}" } }""";
        Provider provider = new("{}");
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => ChoicesAsync(provider, Board, "board", "{}"));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Contains(failure.Details, static detail => detail.Pointer == "/team");
        Assert.Empty(provider.Requests);
        Assert.Equal(ErrorCode.InputInvalid, (await Assert.ThrowsAsync<InteractorException>(() => ChoicesAsync(provider, Board, "board", "{"))).Code);
        InteractorException missing = await Assert.ThrowsAsync<InteractorException>(() => ChoicesAsync(provider, Board, "title", "{}"));
        Assert.Equal(ErrorCode.NotFound, missing.Code);
        Assert.Contains("/team, /board", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_whose_schema_depends_on_a_choice_in_it_is_no_circle()
    {
        Provider provider = new("""{"boards":[],"form":true}""");
        JsonValue schema = await Executor(
            provider,
            """card: { type: object, properties: { board: { type: string, values: { action: team.list } } }, values: { action: board.list, parameters: { team: "${input.card.board}" }, schema: "${output.form}" } }""")
            .SchemaAsync("card.create", null, "card", """{"card":{"board":"red"}}"""u8.ToArray(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(("true", "/boards?team=red"), (schema.ToString(), Assert.Single(provider.Requests)));
    }

    [Fact]
    public async Task A_property_of_a_datatype_has_choices_too()
    {
        Provider provider = new("""{"boards":[{"id":"b1"}]}""");
        Assert.Equal(["b1=b1"], await ChoicesAsync(provider, """card: { $ref: "#/datatypes/Card" }""", "/card/board", """{"team":"t"}"""));
    }

    [Fact]
    public async Task A_schema_comes_from_an_action()
    {
        const string Form = """form: { values: { action: board.list, parameters: { team: "${input.team}" }, schema: "${output.form}" } }""";
        Provider provider = new("""{"boards":[],"form":{"type":"object"}}""");
        JsonValue schema = await Executor(provider, Form).SchemaAsync("card.create", null, "form", """{"team":"t"}"""u8.ToArray(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("""{"type":"object"}""", schema.ToString());
        InteractorException none = await Assert.ThrowsAsync<InteractorException>(
            () => Executor(new Provider("""{"boards":[]}"""), Form).SchemaAsync("card.create", null, "form", """{"team":"t"}"""u8.ToArray(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.ContractViolation, none.Code);
    }

    [Theory]
    [InlineData("{ action: board.lst, value: \"${item.id}\" }", "INTC1209")]
    [InlineData("{ action: board.list, parameters: { teem: x }, value: \"${item.id}\" }", "INTC1406")]
    [InlineData("{ action: board.list, value: \"${item.id}\" }", "INTC1437")]
    [InlineData("{ action: board.list, parameters: { team: x, top: many }, value: \"${item.id}\" }", "INTC1404")]
    [InlineData("{ action: board.list, parameters: { team: \"${input.size}\" }, value: \"${item.id}\" }", "INTC1404")]
    [InlineData("{ action: board.list, parameters: { team: \"${input.tem}\" }, value: \"${item.id}\" }", "INTC1111")]
    [InlineData("{ action: board.list, parameters: { team: x }, value: \"${item.idd}\" }", "INTC1111")]
    [InlineData("{ action: board.list, parameters: { team: x }, value: \"${item.rank}\" }", "INTC1404")]
    [InlineData("{ action: board.list, parameters: { team: x }, items: \"${output.next}\", value: \"${item.id}\" }", "INTC1404")]
    [InlineData("{ action: board.list, parameters: { team: x }, value: \"${item.id}\", search: top }", "INTC1404")]
    [InlineData("{ action: board.list, parameters: { team: x }, value: \"${item.id}\", search: querry }", "INTC1406")]
    [InlineData("{ action: board.list, parameters: { team: \"${input.board}\" }, value: \"${item.id}\" }", "INTC1438")]
    [InlineData("{ action: board.drop }", "INTC1437")]
    [InlineData("{ action: board.list, parameters: { team: x }, schema: \"${output.form}\", value: \"${item.id}\" }", "INTC1437")]
    [InlineData("{ action: board.list, parameters: { team: x }, valeu: \"${item.id}\" }", "INTC1201")]
    [InlineData("{ value: \"${item.id}\" }", "INTC1202")]
    public void What_is_wrong_is_reported_where_it_stands(string values, string id)
    {
        string yaml = Definition("board: { type: string, values: " + values + " }");
        Diagnostic[] found = [.. ConnectorCompiler.Compile(Harness.Definition.Of(yaml), TestContext.Current.CancellationToken).Bound.Diagnostics];
        int line = yaml[..yaml.IndexOf("board: { type: string, values: " + values, StringComparison.Ordinal)].Count(static c => c == '\n');
        Assert.Contains(found, d => d.Descriptor.Id == id && d.Location.Start.Line == line);
    }

    [Fact]
    public void Datatypes_in_a_circle_have_their_choices_whatever_is_looked_at_first()
    {
        const string Yaml = """
            interactor: 1
            id: demo
            version: 1.0.0
            servers: { api: https://api.example.com }
            datatypes:
              A: { type: object, properties: { b: { $ref: "#/datatypes/B" }, x: { type: string, values: { action: x.list } } } }
              B: { type: object, properties: { a: { $ref: "#/datatypes/A" } } }
            actions:
              x.list: { version: 1.0.0, name: List, effect: read, request: { path: /x }, output: { type: array, items: { type: string } } }
              a.do: { version: 1.0.0, name: A, effect: write, input: { type: object, properties: { p: { $ref: "#/datatypes/A" } } }, request: { method: POST, path: /a } }
              b.do: { version: 1.0.0, name: B, effect: write, input: { type: object, properties: { p: { $ref: "#/datatypes/B" } } }, request: { method: POST, path: /b } }
            """;
        ConnectorDescriptor descriptor = (ConnectorDescriptor)LoadedCode.Of(Yaml).Type("DemoConnector").GetProperty("Descriptor")!.GetValue(null)!;
        Assert.Equal(["/p/x"], descriptor.Actions.Single(static a => a.Id == "a.do").Values.Select(static v => v.Property));
        Assert.Equal(["/p/a/x"], descriptor.Actions.Single(static a => a.Id == "b.do").Values.Select(static v => v.Property));
    }

    [Fact]
    public void Without_choices_nothing_is_emitted_for_them()
    {
        string yaml = Definition("board: { type: string }").Replace(", values: { action: team.list }", "", StringComparison.Ordinal);
        Assert.DoesNotContain(Harness.Definition.Compile(Harness.Definition.Of(yaml)).Files, static file => file.Text.Contains("Values =", StringComparison.Ordinal));
        Assert.DoesNotContain(Harness.Definition.Compile(Harness.Definition.Of(Definition("board: { type: string }"))).Files, static file => file.Text.Contains("\"values\"", StringComparison.Ordinal));
    }

    private static string Definition(string property) => Head.Replace("PROPERTY", "        " + property, StringComparison.Ordinal);

    private static ActionExecutor Executor(HttpMessageHandler provider, string property) => new(
        (ConnectorDescriptor)LoadedCode.Of(Definition(property)).Type("DemoConnector").GetProperty("Descriptor")!.GetValue(null)!, new ConnectorOptions { HttpHandler = provider });

    private static async Task<List<string>> ChoicesAsync(HttpMessageHandler provider, string definition, string property, string input, string? search = null)
    {
        List<string> choices = [];
        await foreach (ValueChoice choice in Executor(provider, definition).ValuesAsync("card.create", "1", property, Encoding.UTF8.GetBytes(input), search, cancellationToken: TestContext.Current.CancellationToken))
        {
            choices.Add($"{choice.Value.Element.GetString()}={choice.Label}");
        }

        return choices;
    }

    private sealed class Provider(params string[] answers) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request.RequestUri!.PathAndQuery);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answers[Requests.Count - 1], Encoding.UTF8, "application/json") });
        }
    }
}
