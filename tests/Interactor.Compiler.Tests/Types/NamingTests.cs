using System.Text.RegularExpressions;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.Types;

/// <summary>How types and members come by their names.</summary>
public sealed class NamingTests
{
    [Fact]
    public void One_shape_under_one_name_is_one_type()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            B: { type: object, properties: { state: { type: string, enum: [on, "off"], description: Of b }, owner: { type: object, properties: { name: { type: string } } } } }
            A: { type: object, properties: { owner: { properties: { name: { type: string, title: Name } }, type: object }, state: { enum: [on, "off"], type: string } } }
            C: { type: object, properties: { status: { type: string, enum: [on, "off"] } } }
            """);

        Assert.Equal(["A", "AOwner", "AState", "B", "C", "CStatus"], types.Names);
        Assert.Contains("public AState? State { get; init; }", types["B"]);
    }

    [Fact]
    public void No_member_hides_the_class_that_reads_and_writes_its_type()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            Order: { type: object, properties: { order json: { type: string } } }
            State: { type: string, enum: [state json, a] }
            """);

        Assert.Contains("public string? OrderJsonValue { get; init; }", types["Order"]);
        Assert.True(types.Declares("StateJsonValue = new(\"state json\")"));
    }

    [Fact]
    public void Items_of_a_plural_are_named_in_the_singular()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            A:
              type: object
              properties:
                labels: { type: array, items: { type: object, properties: { a: { type: string } } } }
                entries: { type: array, items: { type: object, properties: { b: { type: string } } } }
                boxes: { type: object, additionalProperties: { type: object, properties: { c: { type: string } } } }
                status: { type: array, items: { type: object, properties: { d: { type: string } } } }
                data: { type: array, items: { type: object, properties: { e: { type: string } } } }
            """);

        Assert.Equal(["A", "ABox", "ADataItem", "AEntry", "ALabel", "AStatusItem"], types.Names);
    }

    [Fact]
    public void Signs_tell_names_apart_before_numbers_do() => Assert.Equal(
        ["EtcGMTPlus1", "EtcGMTMinus1", "EtcGMT12", "Id", "MinusId", "AB", "ABValue", "U1F600", "Empty"],
        Members(GeneratedTypes.Of("""A: { type: string, enum: ["Etc/GMT+1", "Etc/GMT-1", "Etc/GMT+12", id, -id, "a b", a-b, "\U0001F600", ""] }""")["A"]));

    [Fact]
    public void A_file_gives_other_names()
    {
        GeneratedTypes types = GeneratedTypes.Of(
            """
            Draft: { type: object, properties: { subject: { type: string }, body: { type: object, properties: { text: { type: string } } }, state: { type: string, enum: [open] }, tags: { type: array, items: { enum: [a] } }, to: { oneOf: [{ type: string }, { type: boolean }] } } }
            Level: { type: integer, enum: [1, 2] }
            """,
            """{ "Draft": "MailDraft", "Draft.subject": "Title", "Draft.body:type": "Content", "Draft.body.text": "Words", "Draft.state.open": "IsOpen", "Draft.tags[]": "Tag", "Draft.to.Text": "Address", "Level.2": "High" }""");

        Assert.Empty(types.Findings);
        Assert.Equal(["Content", "Level", "MailDraft", "MailDraftState", "MailDraftTo", "Tag"], types.Names);
        Assert.Equal(
            ["public sealed record MailDraft", "public string? Title { get; init; }", "public Content? Body { get; init; }", "public MailDraftState? State { get; init; }", "public IReadOnlyList<Tag>? Tags { get; init; }", "public MailDraftTo? To { get; init; }"],
            types["MailDraft"]);
        Assert.Contains("public string? Words { get; init; }", types["Content"]);
        Assert.Contains("public static readonly MailDraftState IsOpen = new(\"open\");", types["MailDraftState"]);
        Assert.Contains("public sealed record Address(string Value) : MailDraftTo;", types["MailDraftTo"]);
        Assert.Contains("High = 2L,", types["Level"]);
    }

    [Theory]
    [InlineData("""{ "Draft.nothing": "Title" }""", "INTC1220@names")]
    [InlineData("""{ "Nothing": "Title" }""", "INTC1220@names")]
    [InlineData("""{ "Draft": "DemoClient" }""", "INTC1221@names")]
    [InlineData("""{ "Draft": "Other" }""", "INTC1221@names")]
    [InlineData("""{ "Draft": "Same", "Other": "Same" }""", "INTC1221@names")]
    [InlineData("""{ "Draft.a": "B" }""", "INTC1221@names")]
    [InlineData("""{ "Draft.a": "ToString" }""", "INTC1221@names")]
    [InlineData("""{ "Draft.state:type": "Other" }""", "INTC1221@names")]
    [InlineData("""{ "Draft.a": "not a name" }""", "INTC1218@names")]
    [InlineData("""{ "Draft": "_" }""", "INTC1218@names")]
    [InlineData("""{ "Draft": "jR" }""", "INTC1218@names")]
    [InlineData("""{ "Draft.a": "small" }""", "INTC1218@names")]
    [InlineData("""{ "Draft.a": 1 }""", "INTC1218@names")]
    [InlineData("""[]""", "INTC1203@names")]
    [InlineData("""{ "Draft.a": "B", "Draft.b": "A" }""", "")]
    [InlineData("""{ "Draft": "Other", "Other": "Draft" }""", "")]
    public void A_name_that_does_not_fit_is_reported(string names, string findings) => Assert.Equal(
        findings,
        string.Join(',', GeneratedTypes.Of(
            """
            Draft: { type: object, properties: { a: { type: string }, b: { type: string }, state: { enum: [on] } } }
            Other: { type: object, properties: { x: { type: string } } }
            """,
            names).Findings));

    [Fact]
    public void A_long_name_keeps_a_tail_of_its_own()
    {
        string name = new('a', 130);
        GeneratedTypes types = GeneratedTypes.Of($$"""
            A: { type: object, properties: { {{name}}b: { type: object, properties: { {{name}}: { type: string } } }, {{name}}c: { type: string } } }
            """);

        Assert.All(types.Names, n => Assert.InRange(n.Length, 1, 120));
        Assert.Equal(2, types["A"].Skip(1).Select(l => l.Split(' ')[2]).Distinct().Count(n => n.Length == 120));
    }

    private static IEnumerable<string> Members(IEnumerable<string> type) =>
        type.Where(l => l.StartsWith("public static readonly ", StringComparison.Ordinal)).SelectMany(l => Regex.Matches(l, @"(\w+) = new\(")).Select(m => m.Groups[1].Value);

    [Fact]
    public void Datatypes_may_be_named_as_the_members_of_generated_classes()
    {
        string[] names = ["Members", "Table", "Proof", "Schema", "SchemaText", "Facts", "Part", "Others", "IsSurelyValid", "IsProvenByReading", "Test", "Of", "IsKnown", "Known", "Rule1", "References", "Contract", "Converter", "Write", "Print", "Visit", "TryRead", "Choice", "Walk", "CaseOf"];
        string all = string.Join(", ", names.SelectMany(n => new[] { $"a{n}: {{ $ref: \"#/datatypes/{n}\" }}", $"b{n}: {{ $ref: \"#/datatypes/{n}Record\" }}", $"c{n}: {{ type: array, items: {{ $ref: \"#/datatypes/{n}\" }} }}" }));
        string types = string.Concat(names.Select(n => $$"""
            {{n}}: { type: string, enum: [one, two] }
            {{n}}Record: { type: object, required: [kind], properties: { kind: { const: "{{n}}" }, value: { $ref: "#/datatypes/{{n}}" } } }

            """));
        string union = $"Union: {{ oneOf: [{string.Join(", ", names.Select(n => $"{{ $ref: \"#/datatypes/{n}Record\" }}"))}] }}";

        GeneratedTypes generated = GeneratedTypes.Of($"{types}All: {{ type: object, properties: {{ {all} }} }}\n{union}");

        Assert.Contains("public sealed record All", generated["All"]);
    }

    [Fact]
    public void A_reference_to_a_datatype_with_an_escaped_name_is_one_in_the_schema_too()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            "$${odd}": { type: object, properties: { a: { type: string } } }
            All: { type: object, properties: { odd: { $ref: "#/datatypes/$${odd}" } } }
            """);

        Assert.True(types.Declares("""{"type":"object","properties":{"odd":{"$ref":"#/datatypes/${odd}"}}}"""));
        Assert.True(types.Declares("References() => ["));
    }
}
