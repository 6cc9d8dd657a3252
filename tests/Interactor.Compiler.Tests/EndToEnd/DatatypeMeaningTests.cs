using System.Text.Json;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>Generated types read, write and judge values as their schemas say.</summary>
public sealed class DatatypeMeaningTests
{
    private const string Head = """
        interactor: 1
        id: meaning
        version: 1.0.0
        servers: { api: https://api.example.com }

        """;

    private const string Datatypes = Head + """
        datatypes:
          Thing:
            type: object
            required: [id, kind, nothing]
            properties:
              id: { type: integer }
              kind: { type: string, enum: [small, large] }
              nothing: { type: [string, "null"] }
              maybe: { type: [integer, "null"] }
              price: { type: number, format: decimal }
              when: { type: string, format: date-time }
              day: { type: string, format: date }
              uuid: { type: string, format: uuid }
              data: { type: string, format: byte }
              any: {}
              tags: { type: array, items: { type: string } }
              grid: { type: array, items: { type: array, items: { type: integer } } }
              scores: { type: object, additionalProperties: { type: number } }
              who: { oneOf: [{ type: string }, { type: array, items: { type: string } }, { $ref: "#/datatypes/Person" }] }
              parts: { type: array, items: { $ref: "#/datatypes/Thing" } }
              nested: { type: object, properties: { deep: { type: boolean } }, additionalProperties: { type: integer } }
          Person: { type: object, required: [name], properties: { name: { type: string } }, additionalProperties: false }
          Tree: { type: array, items: { $ref: "#/datatypes/Tree" } }
        """;

    private static readonly Lazy<LoadedCode> Code = new(() => LoadedCode.Of(Datatypes));

    public static TheoryData<string> Values { get; } = new(
        """{"id":1,"kind":"small","nothing":null}""",
        """{"id":1,"kind":"of a later version","nothing":"text","maybe":null}""",
        """{"id":1,"kind":"large","nothing":null,"maybe":5,"price":0.1,"uuid":"0191e7a2-1111-7222-8333-444455556666"}""",
        """{"id":1,"kind":"large","nothing":null,"when":"2026-01-02T03:04:05Z","day":"2026-01-02","data":"aGk="}""",
        """{"id":1,"kind":"large","nothing":null,"any":null}""",
        """{"id":1,"kind":"large","nothing":null,"any":{"a":[1,"x",null,1.50]}}""",
        """{"id":1,"kind":"large","nothing":null,"tags":["a","\u00fc"],"grid":[[1,2],[]],"scores":{"a":1.5}}""",
        """{"id":1,"kind":"large","nothing":null,"who":"someone"}""",
        """{"id":1,"kind":"large","nothing":null,"who":["a","b"]}""",
        """{"id":1,"kind":"large","nothing":null,"who":{"name":"x"}}""",
        """{"id":1,"kind":"large","nothing":null,"parts":[{"id":2,"kind":"small","nothing":null}]}""",
        """{"id":1,"kind":"large","nothing":null,"nested":{"deep":true,"more":3},"unknown":{"kept":true}}""");

    [Theory]
    [MemberData(nameof(Values))]
    public void What_is_read_is_written_again(string json)
    {
        LoadedCode.LoadedContract contract = Code.Value.Contract("Thing");

        Assert.True(contract.TryParse(json, out object? value));

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(contract.Serialize(value!))), contract.Serialize(value!));
    }

    [Theory]
    [InlineData("""{"kind":"small","nothing":null}""")]
    [InlineData("""{"id":1,"kind":"small"}""")]
    [InlineData("""{"id":"1","kind":"small","nothing":null}""")]
    [InlineData("""{"id":1,"kind":7,"nothing":null}""")]
    [InlineData("""{"id":1,"kind":"small","nothing":null,"tags":[1]}""")]
    [InlineData("""{"id":1,"kind":"small","nothing":null,"who":5}""")]
    [InlineData("""{"id":1,"kind":"small","nothing":null,"nested":{"more":"text"}}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public void What_is_not_of_the_type_is_refused(string json) => Assert.False(Code.Value.Contract("Thing").TryParse(json, out _));

    [Fact]
    public void A_list_of_itself_holds_any_items() => Assert.True(Code.Value.Contract("Tree").TryParse("[[],[[]]]", out _));

    [Theory]
    [InlineData("""{"a":{"o":{"q":{"title":1},"e":{"default":1}}},"b":{"o":{"q":{"title":2},"e":{"default":3}}}}""", true)]
    [InlineData("""{"b":{"o":{"q":{"title":1}}}}""", false)]
    [InlineData("""{"b":{"o":{"e":{"default":1}}}}""", false)]
    public void A_value_that_reads_like_a_remark_is_none(string json, bool isValid)
    {
        LoadedCode.LoadedContract contract = LoadedCode.Of(Head + """
            datatypes:
              A:
                type: object
                properties:
                  a: { type: object, properties: { o: { type: object, properties: { q: { const: { title: 1 } }, e: { enum: [{ default: 1 }, 2] } } } } }
                  b: { type: object, properties: { o: { type: object, properties: { q: { const: { title: 2 } }, e: { enum: [{ default: 3 }, 2] } } } } }
            """).Contract("A");

        Assert.Equal(isValid, contract.IsValid(json));
        Assert.Equal(isValid, contract.TryParseValid(json, out _));
    }

    [Fact]
    public void The_cheap_test_never_accepts_what_the_schema_refuses()
    {
        LoadedCode.LoadedContract contract = LoadedCode.Of(Head + """
            actions:
              thing.make:
                version: 1.0.0
                name: Make
                effect: write
                input:
                  type: object
                  required: [text, count]
                  properties:
                    text: { type: string, minLength: 2, maxLength: 4 }
                    count: { type: integer, minimum: -1, maximum: 3 }
                    small: { type: integer, format: int32 }
                    ratio: { type: number }
                    state: { type: string, enum: [on, "off"] }
                    tags: { type: array, minItems: 1, maxItems: 2, items: { type: string, maxLength: 2 } }
                    inner: { type: object, required: [x], properties: { x: { type: string, minLength: 1 } } }
                    flag: { type: boolean }
                request: { method: POST, path: /things, json: "${input}" }
            """).Contract("ThingMakeInput");
        string[] texts = ["", "a", "ab", "abcd", "abcde", "\U0001F600", "\U0001F600\U0001F600", "\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600"];
        Random random = new(7);
        int sure = 0;
        for (int i = 0; i < 3000; i++)
        {
            string json = Object(
                ("text", Quote(texts[random.Next(texts.Length)])),
                ("count", random.Next(-3, 6).ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("state", random.Next(3) switch { 0 => "\"on\"", 1 => "\"later\"", _ => null }),
                ("tags", random.Next(4) switch { 0 => "[]", 1 => "[\"ab\"]", 2 => "[\"ab\",\"abc\"]", _ => null }),
                ("inner", random.Next(3) switch { 0 => "{\"x\":\"\"}", 1 => "{\"x\":\"y\"}", _ => null }));
            Assert.True(contract.TryParse(json, out object? value));
            bool isSure = contract.IsSurelyValid(value!);

            Assert.False(isSure && !contract.IsValid(json), json);
            sure += isSure ? 1 : 0;
        }

        Assert.InRange(sure, 20, 2000);
    }

    private static string Object(params (string Name, string? Json)[] members) =>
        "{" + string.Join(",", members.Where(m => m.Json is not null).Select(m => $"\"{m.Name}\":{m.Json}")) + "}";

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
