using System.Text.Json;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>Generated types compare, print and serialise as a C# developer expects of records.</summary>
public sealed class GeneratedTypeTests
{
    private const string Definition = """
        interactor: 1
        id: types
        version: 1.0.0
        datatypes:
          Thing:
            type: object
            required: [id]
            properties:
              id: { type: string }
              tags: { type: array, items: { type: string } }
              grid: { type: array, items: { type: array, items: { type: number } } }
              labels: { type: object, additionalProperties: { type: integer } }
              data: { type: string, format: byte }
              maybe: { type: [array, "null"], items: { type: integer } }
              kind: { type: string, enum: [small, large] }
              level: { type: integer, enum: [1, 2] }
              part: { $ref: "#/datatypes/Thing" }
              who: { oneOf: [{ type: string }, { type: array, items: { type: string } }] }
              point: { type: array, prefixItems: [{ type: number }, { type: array, items: { type: string } }] }
              password: { type: string, format: password }
              token: { $ref: "#/datatypes/Token" }
              pins: { type: array, items: { type: string, writeOnly: true } }
          Token: { type: string, format: password }
          Moment:
            type: object
            properties:
              when: { oneOf: [{ type: string, format: date-time }, { type: boolean }] }
              due: { type: [string, "null"], format: date }
              size: { type: [number, boolean] }
          Animal:
            type: object
            required: [kind]
            discriminator: { propertyName: kind, mapping: { cat: "#/datatypes/Cat" } }
            properties: { kind: { type: string }, names: { type: array, items: { type: string } } }
          Cat: { allOf: [{ $ref: "#/datatypes/Animal" }, { type: object, properties: { lives: { type: integer } } }] }
        """;

    private static readonly Lazy<LoadedCode> Code = new(() => LoadedCode.Of(Definition));

    public static TheoryData<string, string, string> Values { get; } = new()
    {
        { "Thing", """{"id":"a","tags":["x","y"],"grid":[[1,2],[]]}""", """{"grid":[[1.0,2],[]],"tags":["x","y"],"id":"a"}""" },
        { "Thing", """{"id":"a","labels":{"p":1,"q":2}}""", """{"id":"a","labels":{"q":2,"p":1}}""" },
        { "Thing", """{"id":"a","data":"aGk="}""", """{"data":"aGk","id":"a"}""" },
        { "Thing", """{"id":"a","maybe":[1]}""", """{"id":"a","maybe":[1.0]}""" },
        { "Thing", """{"id":"a","maybe":null}""", """{"id":"a","maybe":null}""" },
        { "Thing", """{"id":"a","part":{"id":"b","tags":["x"]},"unknown":{"n":1.0}}""", """{"id":"a","unknown":{"n":1},"part":{"id":"b","tags":["x"]}}""" },
        { "Thing", """{"id":"a","kind":"small","level":2,"who":["x"]}""", """{"id":"a","who":["x"],"level":2,"kind":"small"}""" },
        { "Thing", """{"id":"a","point":[1,["x"],5]}""", """{"id":"a","point":[1.0,["x"],5]}""" },
        { "Animal", """{"kind":"cat","names":["x"],"lives":7}""", """{"kind":"cat","lives":7,"names":["x"]}""" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Values_with_the_same_content_are_equal(string type, string json, string same)
    {
        object value = Read(type, json);
        object other = Read(type, same);
        Assert.Equal(value, other);
        Assert.Equal(value.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(value, Read("Thing", """{"id":"other"}"""));
    }

    [Theory]
    [InlineData("""{"id":"a","tags":["x"]}""", """{"id":"a","tags":["y"]}""")]
    [InlineData("""{"id":"a","labels":{"p":1}}""", """{"id":"a","labels":{"p":2}}""")]
    [InlineData("""{"id":"a","data":"aGk="}""", """{"id":"a","data":"aGo="}""")]
    [InlineData("""{"id":"a","maybe":[1]}""", """{"id":"a","maybe":[2]}""")]
    [InlineData("""{"id":"a","maybe":null}""", """{"id":"a"}""")]
    [InlineData("""{"id":"a","who":["x"]}""", """{"id":"a","who":["y"]}""")]
    [InlineData("""{"id":"a","point":[1,["x"]]}""", """{"id":"a","point":[1,["y"]]}""")]
    public void Values_with_other_content_are_not(string json, string other) => Assert.NotEqual(Read("Thing", json), Read("Thing", other));

    [Fact]
    public void Text_is_readable_and_shows_no_secret()
    {
        string text = Read("Thing", """
            {"id":"a","tags":["x","y"],"labels":{"p":1},"maybe":null,"kind":"small","level":2,"part":{"id":"b"},"who":["z"],"point":[1,["q"]],
             "password":"hunter2","token":"hunter2","pins":["hunter2"],"more":true}
            """).ToString()!;
        Assert.Equal(
            "Thing { id = a, tags = [x, y], labels = {p = 1}, maybe = null, kind = small, level = Value2, part = Thing { id = b }, who = List { Value = [z] }, "
                + "point = ThingPoint { Item1 = 1, Item2 = [q], Rest = [] }, password = ***, token = ***, pins = ***, AdditionalProperties = {more = true} }",
            text);
        Assert.Equal("Cat { kind = cat, names = [x], lives = 7 }", Read("Animal", """{"kind":"cat","names":["x"],"lives":7}""").ToString());
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void The_serializer_knows_every_type(string type, string json, string same)
    {
        object value = Read(type, json);
        Type declared = Code.Value.Type(type);
        string written = JsonSerializer.Serialize(value, declared);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(written)) || same.Contains("aGk\"", StringComparison.Ordinal), written);
        Assert.Equal(value, JsonSerializer.Deserialize(written, declared));
        Type list = typeof(List<>).MakeGenericType(declared);
        Assert.Equal(new[] { value, null }, ((System.Collections.IEnumerable)JsonSerializer.Deserialize($"[{same},null]", list)!).Cast<object?>());
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("[1,true]", declared));
    }

    [Fact]
    public void The_serializer_knows_the_cases_of_a_union_and_enums_as_names()
    {
        object who = Code.Value.Type("ThingWho").GetMethod("op_Implicit", [typeof(string)])!.Invoke(null, ["me"])!;
        Assert.Equal("[\"me\"]", JsonSerializer.Serialize(new[] { who }));
        Assert.Equal(who, JsonSerializer.Deserialize("\"me\"", who.GetType()));

        Type kind = Code.Value.Type("ThingKind");
        Type map = typeof(Dictionary<,>).MakeGenericType(kind, typeof(int));
        object read = JsonSerializer.Deserialize("""{"small":1,"later":2}""", map)!;
        Assert.Equal("""{"small":1,"later":2}""", JsonSerializer.Serialize(read, map));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Dictionary<object, int> { [Read("Thing", """{"id":"a"}""")] = 1 }));
    }

    [Fact]
    public void Text_has_times_and_dates_as_JSON_has_them() => Assert.Equal(
        "Moment { when = Text { Value = 2026-01-31T12:00:00Z }, due = 2026-02-01, size = Number { Value = 1.5 } }",
        Read("Moment", """{"when":"2026-01-31T12:00:00Z","due":"2026-02-01","size":1.5}""").ToString());

    [Fact]
    public void What_is_nested_deeper_than_the_stack_holds_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"id\":\"a\",\"part\":", 900)) + "{\"id\":\"a\"}" + new string('}', 900);
        bool? isRead = null;
        Thread small = new(() => isRead = Code.Value.Contract("Thing").TryParse(deep, out _), maxStackSize: 192 * 1024);
        small.Start();
        small.Join();
        Assert.False(isRead);
        Assert.True(Code.Value.Contract("Thing").TryParse(deep, out _));
    }

    private static object Read(string type, string json)
    {
        Assert.True(Code.Value.Contract(type).TryParse(json, out object? value), json);
        return value!;
    }
}
