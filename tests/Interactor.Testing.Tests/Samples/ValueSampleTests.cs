using System.Text;
using Interactor.Compiler.Model;
using Interactor.Runtime.Json;
using Interactor.Testing.Loading;
using Interactor.Testing.Samples;

namespace Interactor.Testing.Tests.Samples;

public sealed class ValueSampleTests
{
    [Theory]
    [InlineData("{ type: string, minLength: 40 }", null)]
    [InlineData("{ type: string, maxLength: 3 }", "\"san\"")]
    [InlineData("{ type: string, pattern: '^[A-Z]{4}$' }", "\"AAAA\"")]
    [InlineData("{ type: string, format: uuid }", null)]
    [InlineData("{ type: string, format: ipv6 }", null)]
    [InlineData("{ type: string, format: byte }", null)]
    [InlineData("{ type: string, enum: [b, a] }", "\"b\"")]
    [InlineData("{ const: { a: 1 } }", """{"a":1}""")]
    [InlineData("{ type: string, example: mine }", "\"mine\"")]
    [InlineData("{ type: integer, minimum: 5, multipleOf: 4 }", "8")]
    [InlineData("{ type: number, exclusiveMinimum: 1, exclusiveMaximum: 2 }", "1.5")]
    [InlineData("{ type: integer, maximum: -3 }", "-3")]
    [InlineData("{ type: [\"null\", boolean] }", "false")]
    [InlineData("{ type: \"null\" }", "null")]
    [InlineData("{ type: array, minItems: 3, uniqueItems: true, items: { type: string } }", null)]
    [InlineData("{ type: array, maxItems: 0, items: { type: string } }", "[]")]
    [InlineData("{ type: object, additionalProperties: { type: integer } }", """{"sandbox-1":1}""")]
    [InlineData("{ type: object, required: [a], properties: { a: { type: boolean }, b: { type: string } }, additionalProperties: false }", """{"a":false,"b":"sandbox-b"}""")]
    [InlineData("{ allOf: [ { type: object, required: [a], properties: { a: { type: integer } } }, { properties: { b: { type: integer } }, required: [b] } ] }", """{"a":1,"b":1}""")]
    [InlineData("{ oneOf: [ { type: \"null\" }, { type: integer } ] }", "1")]
    [InlineData("{ type: object, required: [next], properties: { next: { oneOf: [ { $ref: \"#/datatypes/Sample\" }, { type: \"null\" } ] }, list: { type: array, items: { $ref: \"#/datatypes/Sample\" } } } }", null)]
    public void A_sample_fits_its_schema(string schema, string? expected)
    {
        using TemporaryFolder temporary = new();
        string definition =
            $$"""
            interactor: 1
            id: samples
            version: 1.0.0
            servers: { api: "https://api.example.com" }
            actions:
              sample.get:
                version: 1.0.0
                name: Get
                effect: read
                request: { path: / }
                output: { $ref: "#/datatypes/Sample" }
            datatypes:
              Sample: {{schema}}
            """;
        using LoadedConnector connector = ConnectorLoader.Load(temporary.Write("connector.yaml", definition), TestContext.Current.CancellationToken);
        SchemaSource schemas = new(connector.Model);
        ContractModel contract = connector.Model.Actions[0].Output;
        string sample = new ValueSample(schemas).Of(schemas.Of(contract), shape: null)?.ToJsonString() ?? "null";
        JsonSchema validator = connector.Descriptor.Actions[0].OutputSchema;
        Assert.True(validator.IsValid(Encoding.UTF8.GetBytes(sample)), $"{sample}: {string.Join("; ", validator.Validate(Encoding.UTF8.GetBytes(sample)))}");
        if (expected is not null)
        {
            Assert.Equal(expected, sample);
        }
    }
}
