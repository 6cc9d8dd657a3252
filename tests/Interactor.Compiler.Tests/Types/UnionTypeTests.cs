using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.Types;

/// <summary>What <c>oneOf</c> and <c>anyOf</c> become.</summary>
public sealed class UnionTypeTests
{
    [Fact]
    public void A_union_by_discriminator_has_a_case_a_datatype_and_one_for_unknown_tags()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            Shape:
              oneOf: [{ $ref: "#/datatypes/Circle" }, { $ref: "#/datatypes/Square" }]
              discriminator: { propertyName: kind, mapping: { circle: Circle } }
            Circle: { type: object, required: [kind], properties: { kind: { type: string } } }
            Square: { type: object, required: [kind], properties: { kind: { type: string } } }
            """);

        Assert.Equal(
            [
                "public abstract record Shape",
                "public sealed record Circle(Circle Value) : Shape;",
                "public static implicit operator Shape(Circle value) => new Circle(value);",
                "public sealed record Square(Square Value) : Shape;",
                "public static implicit operator Shape(Square value) => new Square(value);",
                "public sealed record Unknown(JsonValue Value) : Shape;",
                "public TResult Match<TResult>(Func<Circle, TResult> circleCase, Func<Square, TResult> squareCase, Func<JsonValue, TResult> unknownCase) => this switch",
                "Circle one => circleCase(one.Value),",
                "Square one => squareCase(one.Value),",
                "Unknown one => unknownCase(one.Value),",
                "_ => throw new InvalidOperationException(\"The union is closed.\"),",
            ],
            types["Shape"]);
        Assert.Empty(types.Findings);
    }

    [Theory]
    [InlineData("""oneOf: [{ type: string }, { type: array, items: { type: string } }]""", "Text,List")]
    [InlineData("""anyOf: [{ type: string, format: date }, { type: string, format: uuid }]""", "Date,Uuid")]
    [InlineData("""anyOf: [{ type: array, items: { type: string } }, { type: array, items: { type: integer } }]""", "TextList,IntegerList")]
    [InlineData("""oneOf: [{ type: object, required: [user], properties: { user: { type: string } } }, { type: object, required: [group], properties: { group: { type: string } } }]""", "User,Group")]
    [InlineData("""oneOf: [{ type: object, title: A person, properties: { a: { type: string } } }, { type: boolean }]""", "APerson,Boolean")]
    [InlineData("""oneOf: [{ type: object, required: [t], properties: { t: { const: one-way } } }, { type: object, required: [t], properties: { t: { enum: [return] } } }]""", "OneWay,Return,Unknown")]
    [InlineData("""type: [string, integer, boolean, "null"]""", "Text,Number,Boolean")]
    [InlineData("""type: [string, object], properties: { a: { type: string } }""", "Text,Object")]
    public void Cases_are_named_after_what_tells_them_apart(string schema, string cases) =>
        Assert.Equal(cases, string.Join(',', CasesOf(GeneratedTypes.Of($"U: {{ {schema} }}")["U"])));

    [Theory]
    [InlineData("""oneOf: [{ type: string }]""", "string?")]
    [InlineData("""oneOf: [{ type: "null" }, { type: integer, format: int32 }]""", "Optional<int?>")]
    [InlineData("""anyOf: [{ $ref: "#/datatypes/Other" }, { type: [object, "null"] }]""", "Optional<Other?>")]
    [InlineData("""anyOf: [{ type: string, maxLength: 1 }, { type: string, pattern: a }]""", "string?")]
    [InlineData("""anyOf: [{ type: string }, { type: string, format: date-time }]""", "string?")]
    [InlineData("""anyOf: [{ type: integer }, { type: number }]""", "double?")]
    [InlineData("""anyOf: [{ type: integer, format: int32 }, { type: integer, format: int64 }]""", "long?")]
    [InlineData("""anyOf: [{ type: string }, { type: string, enum: [a] }]""", "ThingIt?")]
    [InlineData("""anyOf: [{ type: string }, { $ref: "#/datatypes/Color" }]""", "Color?")]
    [InlineData("""oneOf: [{ enum: [a, b] }, { enum: [b, c] }, { type: "null" }]""", "Optional<ThingIt?>")]
    [InlineData("""oneOf: [{ const: 1, title: Low }, { const: 2, title: High }]""", "ThingIt?")]
    [InlineData("""anyOf: [{ type: string }, {}]""", "Optional<JsonValue>")]
    [InlineData("""type: [string, number, boolean, object, array]""", "Optional<JsonValue>")]
    [InlineData("""enum: [a, 1]""", "Optional<JsonValue>")]
    [InlineData("""oneOf: [{ $ref: "#/datatypes/Other" }, { $ref: "#/datatypes/Alias" }]""", "Other?")]
    [InlineData("""type: object, properties: { a: { type: string } }, oneOf: [{ required: [a] }, { required: [b] }]""", "ThingIt?")]
    public void What_has_one_type_is_that_type(string schema, string type) => Assert.Contains(
        $"public {type} It {{ get; init; }}",
        GeneratedTypes.Of($$"""
            Thing: { type: object, properties: { it: { {{schema}} } } }
            Other: { type: object, properties: { a: { type: string } } }
            Alias: { $ref: "#/datatypes/Other" }
            Color: { type: string, enum: [red] }
            """)["Thing"]);

    [Fact]
    public void Values_described_one_by_one_are_members_with_their_titles()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            Level: { oneOf: [{ const: 1, title: Low }, { const: -2, description: Below. }] }
            Color: { oneOf: [{ const: r, title: Bright red }, { const: b }] }
            """);

        Assert.Equal(["public enum Level : long", "Low = 1L,", "ValueMinus2 = -2L,"], types["Level"]);
        Assert.Contains("public static readonly Color BrightRed = new(\"r\"), B = new(\"b\");", types["Color"]);
    }

    [Fact]
    public void Properties_beside_a_union_are_those_of_every_case()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            Event:
              type: object
              required: [id, type]
              properties: { id: { type: string }, type: { type: string } }
              oneOf:
                - { properties: { type: { const: created }, by: { type: string } } }
                - { properties: { type: { const: deleted }, at: { type: string, format: date-time } } }
            """);

        Assert.Equal(["public sealed record EventCreated", "public required string Id { get; init; }", "public string Type => \"created\";", "public string? By { get; init; }"], types["EventCreated"]);
        Assert.Equal("Created,Deleted,Unknown", string.Join(',', CasesOf(types["Event"])));
    }

    [Fact]
    public void A_union_whose_cases_extend_it_is_a_union_of_them()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            Vehicle:
              type: object
              required: [kind]
              properties: { kind: { type: string } }
              oneOf: [{ $ref: "#/datatypes/Car" }, { $ref: "#/datatypes/Bike" }]
              discriminator: { propertyName: kind }
            Car: { allOf: [{ $ref: "#/datatypes/Vehicle" }, { type: object, properties: { doors: { type: integer } } }] }
            Bike: { allOf: [{ $ref: "#/datatypes/Vehicle" }, { type: object, properties: { bell: { type: boolean } } }] }
            """);

        Assert.DoesNotContain("VehicleCar", types.Names);
        Assert.Equal("Car,Bike,Unknown", string.Join(',', CasesOf(types["Vehicle"])));
        Assert.Contains("public long? Doors { get; init; }", types["Car"]);
    }

    [Theory]
    [InlineData("oneOf: [{ type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } }]", "INTC1320@0")]
    [InlineData("oneOf: [{ $ref: \"#/datatypes/A\" }, { $ref: \"#/datatypes/B\" }], discriminator: { propertyName: k, mapping: { x: A, B: A } }", "INTC1321@0")]
    [InlineData("oneOf: [{ $ref: \"#/datatypes/A\" }, { type: object, properties: { b: { type: string } } }], discriminator: { propertyName: k }", "INTC1322@0")]
    [InlineData("oneOf: [{ $ref: \"#/datatypes/A\" }, { type: string }], discriminator: { propertyName: k, mapping: { b: B } }", "INTC1323@0")]
    [InlineData("oneOf: [{ $ref: \"#/datatypes/A\" }, { $ref: \"#/datatypes/B\" }], discriminator: { propertyName: k, mapping: { b: C } }", "INTC1335@0")]
    [InlineData("oneOf: [{ $ref: \"#/datatypes/A\" }, { type: string }]", "")]
    public void Doubts_are_reported(string schema, string findings) => Assert.Equal(findings, string.Join(',', GeneratedTypes.Of($$"""
        U: { {{schema}} }
        A: { type: object, properties: { k: { type: string }, a: { type: string } } }
        B: { type: object, properties: { k: { type: string }, b: { type: string } } }
        """).Findings));

    private static IEnumerable<string> CasesOf(IEnumerable<string> type) =>
        type.Where(l => l.StartsWith("public sealed record ", StringComparison.Ordinal)).Select(l => l["public sealed record ".Length..l.IndexOf('(', StringComparison.Ordinal)]);
}
