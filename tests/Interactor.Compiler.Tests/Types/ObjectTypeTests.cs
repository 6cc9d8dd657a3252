using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.Types;

/// <summary>What objects become: records, bases with those who extend them, and their two faces.</summary>
public sealed class ObjectTypeTests
{
    [Fact]
    public void A_base_declares_what_all_who_extend_it_have_alike()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            Pet:
              type: object
              required: [petType, name]
              properties: { petType: { type: string }, name: { type: string }, status: { type: string, enum: [new, old] } }
              discriminator: { propertyName: petType, mapping: { cat: "#/datatypes/Cat" } }
            Cat: { allOf: [{ $ref: "#/datatypes/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
            Dog: { allOf: [{ $ref: "#/datatypes/Pet" }, { type: object, properties: { status: { type: string, enum: [new] } } }] }
            Kennel: { type: object, properties: { pets: { type: array, items: { $ref: "#/datatypes/Pet" } } } }
            """);

        Assert.Equal(["public abstract record Pet", "public required string Name { get; init; }"], types["Pet"]);
        Assert.Equal(["public sealed record Cat : Pet", "public string PetType => \"cat\";", "public PetStatus? Status { get; init; }", "public long? Lives { get; init; }"], types["Cat"]);
        Assert.Equal(["public sealed record Dog : Pet", "public string PetType => \"Dog\";", "public DogStatus? Status { get; init; }"], types["Dog"]);
        Assert.Equal(["public sealed record UnknownPet : Pet", "public required string PetType { get; init; }", "public PetStatus? Status { get; init; }"], types["UnknownPet"]);
        Assert.Contains("public IReadOnlyList<Pet>? Pets { get; init; }", types["Kennel"]);
    }

    [Fact]
    public void A_discriminator_that_nobody_extends_is_a_remark() => Assert.Equal(
        ["public sealed record A", "public string? Kind { get; init; }"],
        GeneratedTypes.Of("A: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind } }")["A"]);

    [Fact]
    public void A_property_in_two_parts_has_the_narrower_type()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            A:
              allOf:
                - type: object
                  properties: { x: { type: string }, n: { type: number }, t: { type: string, format: date-time }, o: { type: object, properties: { p: { type: string } } }, e: { enum: [a, b] } }
                - type: object
                  required: [n]
                  properties: { x: { enum: [a, b] }, n: { type: integer }, t: { type: string }, o: { type: object, required: [q], properties: { q: { type: integer } } }, e: { enum: [b, c] } }
            """);

        Assert.Equal(
            ["public sealed record A", "public AX? X { get; init; }", "public required long N { get; init; }", "public DateTimeOffset? T { get; init; }", "public AO? O { get; init; }", "public AE? E { get; init; }"],
            types["A"]);
        Assert.Equal(["public sealed record AO", "public string? P { get; init; }", "public required long Q { get; init; }"], types["AO"]);
        Assert.Contains("public static readonly AE B = new(\"b\");", types["AE"]);
    }

    [Fact]
    public void One_reference_with_remarks_is_the_type_itself() => Assert.Equal(
        ["public sealed record A", "public B? Plain { get; init; }", "public B? Wrapped { get; init; }", "public string? Text { get; init; }"],
        GeneratedTypes.Of("""
            A: { type: object, properties: { plain: { $ref: "#/datatypes/B", description: A b }, wrapped: { type: object, allOf: [{ $ref: "#/datatypes/B" }], description: Another }, text: { allOf: [{ $ref: "#/datatypes/T" }, { maxLength: 3 }] } } }
            B: { type: object, properties: { b: { type: string } } }
            T: { type: string }
            """)["A"]);

    [Fact]
    public void Required_in_a_part_of_its_own_counts() => Assert.Contains(
        "public required string B { get; init; }",
        GeneratedTypes.Of("""
            A: { allOf: [{ $ref: "#/datatypes/B" }, { required: [b] }] }
            B: { type: object, properties: { b: { type: string } } }
            """)["A"]);

    [Fact]
    public void A_value_that_can_only_be_one_is_not_asked_for()
    {
        GeneratedTypes types = GeneratedTypes.Of("A: { type: object, required: [t, n, f, e, u], properties: { t: { const: \"a\\\"b\" }, n: { type: integer, const: -2 }, f: { const: false }, e: { type: string, enum: [only] }, u: { type: boolean, enum: [true, false] }, o: { const: maybe } } }");

        Assert.Equal(
            [
                "public sealed record A", "public string T => \"a\\\"b\";", "public long N => -2L;", "public bool F => false;", "public string E => \"only\";",
                "public required bool U { get; init; }", "public AO? O { get; init; }",
            ],
            types["A"]);
    }

    [Fact]
    public void What_is_sent_and_what_is_answered_differ_where_the_schema_says_so()
    {
        GeneratedTypes types = GeneratedTypes.Of(
            """
            User: { type: object, required: [id, name, password], properties: { id: { type: string, readOnly: true }, name: { type: string }, password: { type: string, writeOnly: true }, address: { $ref: "#/datatypes/Address" } } }
            Team: { allOf: [{ type: object, required: [created], properties: { users: { type: array, items: { $ref: "#/datatypes/User" } } } }, { properties: { created: { $ref: "#/datatypes/Stamp" } } }] }
            Stamp: { type: string, format: date-time, readOnly: true }
            Address: { type: object, properties: { street: { type: string } } }
            Unsent: { type: object, properties: { id: { type: string, readOnly: true } } }
            """,
            actions: """
                team.create: { version: 1.0.0, name: Create, effect: write, input: { $ref: "#/datatypes/Team" }, request: { method: POST, path: /teams, json: "${input}" }, output: { $ref: "#/datatypes/Team" } }
                """);

        Assert.Equal(["Address", "Stamp", "Team", "TeamRequest", "Unsent", "User", "UserRequest"], types.Names);
        Assert.Equal(["public sealed record User", "public required string Id { get; init; }", "public required string Name { get; init; }", "public Address? Address { get; init; }"], types["User"]);
        Assert.Equal(["public sealed record UserRequest", "public required string Name { get; init; }", "public required string Password { get; init; }", "public Address? Address { get; init; }"], types["UserRequest"]);
        Assert.Equal(["public sealed record Team", "public IReadOnlyList<User>? Users { get; init; }", "public required DateTimeOffset Created { get; init; }"], types["Team"]);
        Assert.Equal(["public sealed record TeamRequest", "public IReadOnlyList<UserRequest>? Users { get; init; }"], types["TeamRequest"]);
    }

    [Fact]
    public void The_two_faces_of_a_base_are_two_hierarchies()
    {
        GeneratedTypes types = GeneratedTypes.Of(
            """
            Pet: { type: object, required: [id, kind], properties: { id: { type: string, readOnly: true }, kind: { type: string } }, discriminator: { propertyName: kind } }
            Cat: { allOf: [{ $ref: "#/datatypes/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
            """,
            actions: """
                pet.add: { version: 1.0.0, name: Add, effect: write, input: { type: object, required: [pet], properties: { pet: { $ref: "#/datatypes/Pet" } } }, request: { method: POST, path: /pets, json: "${input.pet}" }, output: { $ref: "#/datatypes/Pet" } }
                """);

        Assert.Equal(["public abstract record PetRequest"], types["PetRequest"]);
        Assert.Equal(["public sealed record CatRequest : PetRequest", "public string Kind => \"Cat\";", "public long? Lives { get; init; }"], types["CatRequest"]);
        Assert.Equal(["public abstract record Pet", "public required string Id { get; init; }"], types["Pet"]);
        Assert.Contains("public required PetRequest Pet { get; init; }", types["PetAddInput"]);
    }

    [Theory]
    [InlineData("{ enum: [{ $ref: '#/datatypes/B' }] }", true)]
    [InlineData("{ enum: [{ x: '\"$ref\":\"#/datatypes/B' }] }", false)]
    [InlineData("{ type: string }", false)]
    public void A_reference_is_found_by_its_order_unless_a_constant_looks_like_one(string constant, bool isNamed)
    {
        GeneratedTypes types = GeneratedTypes.Of($$"""
            A: { type: object, properties: { a: {{constant}}, "c": { $ref: "#/datatypes/C" }, "other c": { $ref: "#/datatypes/C" } } }
            B: { type: object, properties: { b: { type: string } } }
            C: { type: object, properties: { c: { type: string } } }
            """);

        Assert.Equal(isNamed, types.Declares("\"#/datatypes/C\" => CJson.Schema"));
        Assert.Equal(!isNamed, types.Declares("References() => [CJson.Schema]"));
    }
}
