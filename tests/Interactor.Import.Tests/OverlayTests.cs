using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Tests.Driver;

namespace Interactor.Import.Tests;

/// <summary>What a connector has otherwise than its document.</summary>
public sealed class OverlayTests
{
    private const string Document = """
        { "openapi": "3.0.0", "info": { "title": "Shop", "version": "1" }, "servers": [{ "url": "https://a.example.com" }],
          "security": [{ "key": [] }, { "other": [] }],
          "paths": {
            "/orders": {
              "get": { "operationId": "listOrders", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Order" } } } } } } },
              "post": { "operationId": "addOrder", "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } }, "responses": { "201": { "description": "" } } } },
            "/orders/{id}": {
              "get": { "operationId": "fetchOrder", "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } } } } },
            "/orders/search": { "post": { "operationId": "searchOrders", "security": [{ "other": [] }], "responses": { "204": { "description": "costs ${5}" } } } } },
          "components": {
            "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" }, "other": { "type": "http", "scheme": "bearer" } },
            "schemas": { "Order": { "type": "object", "properties": { "id": { "type": "string" }, "v": { "type": "string" } } } } } }
        """;

    [Fact]
    public void Actions_are_renamed_hidden_and_described()
    {
        ImportCase result = ImportCase.WithOverlay(Document, """
            actions:
              list-orders:
                id: order.list
                name: List Orders
                paginate: { kind: page, parameter: page }
              GET /orders/{id}: { id: order.get, summary: "One order of ${5}." }
              add-order: { idempotent: key, timeout: 10s, x-mine: 1 }
              search-orders: { effect: read, idempotent: true, security: { methods: [key], scopes: [] } }
            """);
        Assert.Equal(["add-order", "order.get", "order.list", "search-orders"], result.Connector.Actions.Select(a => a.Id));
        Assert.Contains("\"summary\":\"One order of $${5}.\"", result.Json, StringComparison.Ordinal);
        Assert.Contains("\"paginate\":{\"kind\":\"page\",\"parameter\":\"page\"}", result.Json, StringComparison.Ordinal);
        Assert.Contains("\"idempotent\":\"key\",\"timeout\":\"10s\"", result.Json, StringComparison.Ordinal);
        Assert.Equal((ActionEffect.Read, "key"), (result.Action("search-orders").Effect, Assert.Single(result.Action("search-orders").Methods!)));
        Assert.Equal(3, ImportCase.WithOverlay(Document, "actions: { add-order: { hidden: true } }").Connector.Actions.Count);
    }

    [Theory]
    [InlineData("stream: { kind: events, end: \"[DONE]\" }", "\"stream\":{\"kind\":\"events\",\"end\":\"[DONE]\"}")]
    [InlineData("stream: null", null)]
    [InlineData("map: \"${response.body}\"", null)]
    public void A_stream_can_be_said_more_of_or_taken_away(string overlay, string? expected)
    {
        const string Streaming = """
            openapi: 3.1.0
            info: { title: Shop, version: "1" }
            servers: [{ url: https://shop.example.com }]
            paths:
              /feed: { get: { operationId: feed, responses: { "200": { description: Parts., content: { text/event-stream: { schema: { type: string } } } } } } }
            """;
        string json = ImportCase.WithOverlay(Streaming, $"actions: {{ feed: {{ {overlay} }} }}").Json;
        if (expected is null)
        {
            Assert.DoesNotContain("\"stream\"", json, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(expected, json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_examples_and_settings_go_along()
    {
        ImportCase result = ImportCase.WithOverlay(Document, """
            name: My Shop
            version: 2.0.0
            summary: Everything.
            categories: [sales]
            servers: { api: "https://b.example.com/v2" }
            defaults: { timeout: 30s }
            names: { Order.v: Version }
            tests:
              - name: an order
                action: fetch-order
                as: { method: key, variables: { api_key: k } }
                given: { id: "1" }
                exchanges: [ { expect: { path: /v2/orders/1 }, respond: { json: { id: "1" } } } ]
                output: { id: "1" }
            """);
        ImportedConnector connector = result.Connector;
        Assert.Equal(("My Shop", "2.0.0", "Everything.", "sales"), (connector.Name, connector.Version, connector.Summary, Assert.Single(connector.Categories)));
        Assert.Equal("https://b.example.com/v2", Assert.Single(connector.Servers).Url.Written);
        Assert.Contains(connector.Egress, h => h.Written == "b.example.com");
        Assert.Contains("\"defaults\":{\"timeout\":\"30s\"}", result.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Expressions_of_an_overlay_are_meant()
    {
        ImportCase result = ImportCase.WithOverlay(Document, """
            actions:
              fetch-order:
                output: { type: object, properties: { number: { type: string } } }
                map: { number: "${response.body.id}" }
            """);
        Assert.Contains("\"number\":\"${response.body.id}\"", result.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Security_is_changed_added_and_taken_away()
    {
        ImportCase result = ImportCase.WithOverlay(Document, """
            security:
              key: { name: X-Shop-Key }
              other: null
              login: { kind: basic, username: "${variables.user}", password: "${variables.password}" }
            variables:
              user: { name: User }
              password: { secret: true, askFor: [login] }
              api_key: { summary: Of the settings. }
            """);
        Assert.Equal(["key", "login"], result.Connector.Security.Select(m => m.Id));
        Assert.Contains("\"key\":{\"kind\":\"apiKey\",\"in\":\"header\",\"name\":\"X-Shop-Key\",", result.Json, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Connector.Variables, v => v.AskFor.Contains("other"));

        // What accepted nothing but a method that is gone needs an account still.
        Assert.Null(result.Action("search-orders").Methods);
    }

    [Fact]
    public void An_overlay_with_nothing_in_it_changes_nothing() =>
        Assert.Equal(ImportCase.Of(Document).Json, ImportCase.WithOverlay(Document, "{}").Json);

    [Theory]
    [InlineData("actons: {}", "(1,1)", "overlay-key", "'actons' is no key of an overlay. Did you mean 'actions'?")]
    [InlineData("actions:\n  list-order: { hidden: true }", "(2,3)", "overlay-target", "The document gives no action 'list-order'. Did you mean 'list-orders'?")]
    [InlineData("actions:\n  GET /order: { hidden: true }", "(2,3)", "overlay-target", "The document gives no action 'GET /order'. Did you mean 'GET /orders'?")]
    [InlineData("actions: { list-orders: { hiden: true } }", "(1,27)", "overlay-key", "'hiden' is no key of an action. Did you mean 'hidden'?")]
    [InlineData("actions: { list-orders: { hidden: 1 } }", "(1,35)", "overlay-form", "'hidden' must be true or false")]
    [InlineData("actions: { list-orders: { effect: reads } }", "(1,35)", "overlay-form", "'effect' must be 'read', 'write' or 'destructive'")]
    [InlineData("actions: { list-orders: { input: {} } }", "(1,27)", "overlay-fixed", "'input' of an action is what the document says; import the document as files to own to change it")]
    [InlineData("actions: { list-orders: { id: add-order } }", "(1,10)", "overlay-taken", "Another action has the id 'add-order'")]
    [InlineData("actions: { list-orders: { name: a }, GET /orders: { name: b } }", "(1,38)", "overlay-twice", "The overlay says something about 'list-orders' already")]
    [InlineData("actions: { list-orders: { security: { methods: [keys] } } }", "(1,49)", "overlay-target", "The document gives no security method 'keys'. Did you mean 'key'?")]
    [InlineData("actions: []", "(1,10)", "overlay-form", "'actions' must be a mapping")]
    [InlineData("servers: { apo: \"https://b.example.com\" }", "(1,12)", "overlay-target", "The document gives no server 'apo'. Did you mean 'api'?")]
    [InlineData("security: { kex: { in: query } }", "(1,13)", "overlay-target", "The document gives no security method 'kex'. Did you mean 'key'?")]
    [InlineData("variables: { api_kex: { name: a } }", "(1,14)", "overlay-unused", "The document gives no variable 'api_kex', and nothing in the overlay uses one. Did you mean 'api_key'?")]
    [InlineData("name: [a]", "(1,7)", "overlay-form", "'name' must be a text")]
    public void What_is_wrong_is_told_at_its_place(string overlay, string place, string rule, string message)
    {
        ImportResult result = ImportCase.WithOverlay(Document, overlay).Result;
        Assert.Null(result.Connector);
        ImportFinding finding = Assert.Single(result.Findings, f => f.Kind == FindingKind.Error);
        Assert.Equal($"api.overlay.yaml{place}: error {rule}: {message}", finding.ToString());
    }

    [Theory]
    [InlineData("actions:\n  list-orders:\n    paginate: { kind: pages }", "(3,23)", "INTC1206", "'pages'")]
    [InlineData("actions:\n  list-orders:\n    id: order.list\n    paginate: { kind: pages }", "(4,23)", "INTC1206", "'pages'")]
    [InlineData("actions:\n  GET /orders:\n    paginate: { kind: pages }", "(3,23)", "INTC1206", "'pages'")]
    [InlineData("actions:\n  list-orders:\n    paginat: 1\n    retry: { attemps: 2 }", "(3,5)", "overlay-key", "paginat")]
    [InlineData("actions:\n  list-orders:\n    retry: { attemps: 2 }", "(3,14)", "INTC1201", "'attemps'")]
    [InlineData("security:\n  key: { value: \"${variables.kee}\" }", "(2,30)", "INTC1111", "kee")]
    [InlineData("security:\n  key:\n    value: ${'\\'' + variables.kee}", "(3,31)", "INTC1111", "kee")]
    [InlineData("names:\n  { Order.w: Version }", "(2,5)", "INTC1220", "Order.w")]
    [InlineData("version: one", "(1,10)", "INTC1205", "one")]
    [InlineData("tests:\n  - { name: a, action: list-order, output: [] }", "(2,24)", "INTC1209", "list-order")]
    [InlineData("variables: { api_key: null }", "(1,1)", "INTC1111", "' of the definition that comes out)")]
    public void What_the_compiler_finds_is_told_at_the_overlays_place(string overlay, string place, string rule, string part)
    {
        ImportResult result = ImportCase.WithOverlay(Document, overlay).Result;
        Assert.Null(result.Connector);
        ImportFinding finding = Assert.Single(result.Findings, f => f.Kind == FindingKind.Error);
        Assert.StartsWith($"api.overlay.yaml{place}: error {rule}: ", finding.ToString(), StringComparison.Ordinal);
        Assert.Contains(part, finding.Message, StringComparison.Ordinal);
    }
}
