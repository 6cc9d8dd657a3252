using System.Text.Json;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>Readers find the case of a union, the record of a base and the items of a tuple, and writers give back what was read.</summary>
public sealed class UnionMeaningTests
{
    private const string Datatypes = """
        interactor: 1
        id: unions
        version: 1.0.0
        servers: { api: https://api.example.com }
        datatypes:
          Mixed:
            anyOf:
              - { type: string, enum: [small, large] }
              - { type: string }
              - { type: integer }
              - { type: boolean }
              - { type: array, items: { $ref: "#/datatypes/Mixed" } }
              - { type: object, title: By kind a, required: [kind], properties: { kind: { const: a }, a: { type: integer } } }
              - { type: object, title: By kind b, required: [kind], properties: { kind: { enum: ["b", "b\"\u00fc"] }, b: { $ref: "#/datatypes/Mixed" } } }
          Keyed:
            oneOf:
              - { type: object, title: One, required: [one], properties: { one: { type: integer } } }
              - { type: object, title: Two, required: [two], properties: { two: { type: integer } } }
              - { type: object, title: Rest, properties: { any: { type: string } } }
          Tried:
            oneOf:
              - { type: object, title: Few, maxProperties: 1, properties: { a: { type: integer } } }
              - { type: object, title: Many, minProperties: 2, properties: { a: { type: integer } } }
              - { type: object, title: Odd, properties: { odd: { const: true } }, minProperties: 3, required: [a] }
          Loose:
            anyOf:
              - { type: object, title: Open, required: [ref, b, kind], properties: { b: { type: string } } }
              - { type: object, title: Closed, required: [kind], properties: { a: { type: integer } , kind: {} }, additionalProperties: false }
              - { type: object, title: Any }
          First:
            anyOf:
              - { type: array, items: { type: integer }, maxItems: 2 }
              - { type: array, items: { type: string } }
              - { type: array, items: { type: integer } }
              - { type: array }
          Pet:
            type: object
            required: [petType, name]
            properties: { petType: { type: string }, name: { type: string } }
            discriminator: { propertyName: petType, mapping: { cat: "#/datatypes/Cat", tom: "#/datatypes/Cat" } }
          Cat: { allOf: [{ $ref: "#/datatypes/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
          Dog: { allOf: [{ $ref: "#/datatypes/Pet" }, { type: object, required: [bark], properties: { bark: { type: boolean } } }] }
          Level: { type: integer, enum: [-1, 1] }
          Position: { type: array, prefixItems: [{ type: number }, { type: number }], minItems: 2, items: { type: number } }
          Entry: { prefixItems: [{ type: string, title: Key }, { type: [string, "null"] }, {}, { $ref: "#/datatypes/Level" }], items: false }
          Patterned: { type: object, properties: { a: { type: string } }, patternProperties: { "^x-": { type: integer } }, additionalProperties: false }
          Map: { type: object, patternProperties: { "^x-": { type: integer }, "^y-": { type: integer } }, additionalProperties: false }
          Fixed: { type: object, required: [t, n, f], properties: { t: { const: "a\"\u00fc" }, n: { const: 1 }, f: { const: true } } }
        """;

    private static readonly Lazy<LoadedCode> Code = new(() => LoadedCode.Of(Datatypes));

    [Theory]
    [InlineData("Mixed", "\"small\"", "Text")]
    [InlineData("Mixed", "\"other\"", "Text")]
    [InlineData("Mixed", "7", "Number")]
    [InlineData("Mixed", "true", "Boolean")]
    [InlineData("Mixed", "[1,[\"x\",false],[]]", "List")]
    [InlineData("Mixed", """{"kind":"a","a":1,"more":null}""", "ByKindA")]
    [InlineData("Mixed", """{"b":{"b":[{"kind":"a"}],"kind":"b"},"kind":"\u0062"}""", "ByKindB")]
    [InlineData("Mixed", """{"kind":"b\"\u00fc"}""", "ByKindB")]
    [InlineData("Mixed", """{"kind":"later","x":[1.50,{}]}""", "Unknown")]
    [InlineData("Keyed", """{"x":1,"one":1}""", "One")]
    [InlineData("Keyed", """{"two":2,"one":1}""", "One")]
    [InlineData("Keyed", """{"any":"x","tw\u006f":2}""", "Two")]
    [InlineData("Keyed", """{}""", "Rest")]
    [InlineData("Tried", """{"a":1}""", "Few")]
    [InlineData("Tried", """{"a":1,"b":2}""", "Many")]
    [InlineData("Loose", """{"kind":3,"c":[3,0,true]}""", "Any")]
    [InlineData("Loose", """{"kind":3,"a":1}""", "Closed")]
    [InlineData("Loose", """{"ref":3,"b":"x","kind":1}""", "Open")]
    [InlineData("First", """[1]""", "IntegerList")]
    [InlineData("First", """["a"]""", "TextList")]
    [InlineData("First", """[1,2,3]""", "IntegerList")]
    [InlineData("First", """[1,"a"]""", "List")]
    [InlineData("Pet", """{"lives":9,"petType":"cat","name":"Tom"}""", "Cat")]
    [InlineData("Pet", """{"petType":"tom","name":"Tom"}""", "Cat")]
    [InlineData("Pet", """{"petType":"Dog","name":"Rex","bark":true}""", "Dog")]
    [InlineData("Pet", """{"petType":"bird","name":"Tweety","wings":2}""", "UnknownPet")]
    [InlineData("Position", "[1,2]", "Position")]
    [InlineData("Position", "[1,2,3.5,4]", "Position")]
    [InlineData("Entry", "[]", "Entry")]
    [InlineData("Entry", """["a"]""", "Entry")]
    [InlineData("Entry", """["a","b",{"c":[1]}]""", "Entry")]
    [InlineData("Entry", """["a",null,true,-1]""", "Entry")]
    [InlineData("Entry", """["a",null]""", "Entry")]
    [InlineData("Entry", """["a",null,null]""", "Entry")]
    [InlineData("Patterned", """{"a":"b","x-1":1}""", "Patterned")]
    [InlineData("Map", """{"x-1":1,"y-2":2}""", "JsonMap`1")]
    [InlineData("Level", "1", "Level")]
    [InlineData("Level", "7", "Level")]
    [InlineData("Fixed", """{"t":"a\"\u00fc","n":1.0,"f":true,"x":1}""", "Fixed")]
    public void A_value_is_read_as_its_case_and_written_as_it_was(string type, string json, string expected)
    {
        LoadedCode.LoadedContract contract = Code.Value.Contract(type);

        Assert.True(contract.TryParse(json, out object? value));

        Assert.Equal(expected, value!.GetType().Name);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(contract.Serialize(value))), contract.Serialize(value));
    }

    [Theory]
    [InlineData("Mixed", "null")]
    [InlineData("Mixed", "1.5")]
    [InlineData("Mixed", "{}")]
    [InlineData("Mixed", """{"kind":1}""")]
    [InlineData("Mixed", """{"kind":"a","a":"text"}""")]
    [InlineData("Keyed", """{"one":"text"}""")]
    [InlineData("Keyed", "[]")]
    [InlineData("Tried", """{"a":1,"b":2,"c":3}""")]
    [InlineData("Tried", """{"a":"text"}""")]
    [InlineData("First", "{}")]
    [InlineData("Pet", """{"petType":"Dog","name":"Rex"}""")]
    [InlineData("Pet", """{"name":"Rex"}""")]
    [InlineData("Pet", "\"Dog\"")]
    [InlineData("Position", "[1]")]
    [InlineData("Position", """[1,2,"3"]""")]
    [InlineData("Position", "{}")]
    [InlineData("Position", "[1,2")]
    [InlineData("Entry", "[1]")]
    [InlineData("Entry", """["a","b",1,1,1]""")]
    [InlineData("Patterned", """{"x-1":"text"}""")]
    [InlineData("Level", "1.5")]
    [InlineData("Fixed", """{"t":"b","n":1,"f":true}""")]
    [InlineData("Fixed", """{"t":"a\"\u00fc","n":2,"f":true}""")]
    [InlineData("Fixed", """{"t":"a\"\u00fc","n":1,"f":false}""")]
    [InlineData("Fixed", """{"n":1,"f":true}""")]
    public void What_is_of_no_case_is_refused(string type, string json) => Assert.False(Code.Value.Contract(type).TryParse(json, out _));

    [Fact]
    public void Equal_cases_are_equal()
    {
        LoadedCode.LoadedContract contract = Code.Value.Contract("Mixed");
        Assert.True(contract.TryParse("""{"kind":"a","a":1}""", out object? one));
        Assert.True(contract.TryParse("""{"a":1.0,"kind":"a"}""", out object? same));
        Assert.True(contract.TryParse("""{"a":2,"kind":"a"}""", out object? other));

        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
    }
}
