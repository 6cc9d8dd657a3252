using Interactor.Compiler.Binding;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests;

/// <summary>A secret reaches headers, queries and bodies, and nothing that shows it.</summary>
public sealed class SecretFlowTests
{
    [Theory]
    [InlineData("""request: { path: "/${variables.k}" }""")]
    [InlineData("""request: { url: "https://api.example.com/${base64(utf8(variables.k))}" }""")]
    [InlineData("""request: { path: "/${['a', 'b'].map(x, x)[int(variables.k)]}" }""")]
    [InlineData("""request: { path: "/${input.m[variables.k]}" }""")]
    [InlineData("""request: { path: /a }, map: { out: "${variables.k}" }, output: { type: object, properties: { out: { type: string } } }""")]
    [InlineData("""steps: [{ id: s, foreach: "${[variables.k]}", request: { path: "/${item}" } }], map: { out: 1 }""")]
    [InlineData("""steps: [{ id: s, request: { path: /a }, set: { v: "${variables.k}" } }, { id: t, request: { path: "/${steps.s.v}" } }], map: { out: 1 }""")]
    [InlineData("""request: { path: /a }, errors: [{ when: "${response.status == 400}", code: conflict, message: "no ${variables.k}" }]""")]
    public void A_secret_does_not_reach_what_shows_it(string action) => Assert.Contains("INTC1407", Findings(action));

    [Theory]
    [InlineData("""request: { path: /a, headers: { X-K: "${variables.k}" }, query: { k: "${variables.k}" } }""")]
    [InlineData("""request: { method: POST, path: /a, json: { k: "${variables.k}" } }""")]
    [InlineData("""request: { path: "/${variables.k}", reveal: true }""")]
    [InlineData("""request: { path: "/${size(variables.k)}" }""")]
    public void A_secret_reaches_what_is_sent(string action) => Assert.DoesNotContain("INTC1407", Findings(action));

    private static IReadOnlyList<string> Findings(string action)
    {
        string yaml = $$"""
            interactor: 1
            id: demo
            version: 1.0.0
            servers: { api: https://api.example.com }
            variables: { k: { secret: true } }
            actions:
              a.b: { version: 1.0.0, name: A, effect: read, input: { type: object, required: [m], properties: { m: { type: object, additionalProperties: { type: string } } } }, {{action}} }
            """;
        return [.. ConnectorBinder.Bind(Definition.Of(yaml), TestContext.Current.CancellationToken).Diagnostics.Select(d => d.Descriptor.Id)];
    }
}
