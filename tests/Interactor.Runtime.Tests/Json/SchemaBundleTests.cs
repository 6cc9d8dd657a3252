using System.Text;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

/// <summary>A schema as one document that refers to nothing outside.</summary>
public sealed class SchemaBundleTests
{
    private static JsonSchema Person { get; } = new(static () => """{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"friend":{"$ref":"#/datatypes/Person"},"home":{"$ref":"#/datatypes/Place"}}}"""u8, static () => [Person, Place]);

    private static JsonSchema Place { get; } = new(static () => """{"oneOf":[{"type":"string"},{"$ref":"#/$defs/spot"}],"$defs":{"spot":{"type":"object","const":{"$ref":"#/datatypes/Nothing"}}}}"""u8);

    [Fact]
    public void Datatypes_stand_under_defs_and_every_reference_names_one_of_them()
    {
        Assert.Equal(
            """{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"friend":{"$ref":"#/$defs/Person"},"home":{"$ref":"#/$defs/Place"}},"$defs":{"Person":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"friend":{"$ref":"#/$defs/Person"},"home":{"$ref":"#/$defs/Place"}}},"Place":{"oneOf":[{"type":"string"},{"$ref":"#/$defs/spot"}]},"spot":{"type":"object","const":{"$ref":"#/datatypes/Nothing"}}}}""",
            Text(Person.Bundle()));
    }

    [Fact]
    public void A_schema_that_only_refers_to_another_is_that_one()
    {
        JsonSchema alias = new(static () => """{"$ref":"#/datatypes/Place"}"""u8, static () => [Place]);
        Assert.StartsWith("""{"oneOf":""", Text(alias.Bundle()), StringComparison.Ordinal);
        JsonSchema circle = new(static () => """{"$ref":"#"}"""u8);
        Assert.Equal("""{"$ref":"#/$defs/Schema","$defs":{"Schema":{"$ref":"#/$defs/Schema"}}}""", Text(circle.Bundle()));
        Assert.Equal("true", Text(new JsonSchema(static () => "true"u8).Bundle()));
    }

    [Fact]
    public void A_part_of_a_schema_keeps_its_references()
    {
        JsonSchema part = Person.At("/properties/home");
        Assert.Equal(Text(Place.Bundle()), Text(part.Bundle()));
        JsonSchema pointer = new(static () => """{"items":{"$ref":"#/datatypes/Person/properties/name"}}"""u8, static reference => reference == "#/datatypes/Person" ? Person : null);
        Assert.Equal("""{"items":{"$ref":"#/$defs/name"},"$defs":{"name":{"type":"string"}}}""", Text(pointer.Bundle()));
    }

    [Fact]
    public void The_same_name_in_two_places_is_two_definitions()
    {
        JsonSchema both = new(static () => """{"prefixItems":[{"$ref":"#/datatypes/Place"},{"$ref":"#/$defs/Place"}],"$defs":{"Place":{"type":"null"}}}"""u8, static reference => reference == "#/datatypes/Place" ? Place : null);
        Assert.Contains("""
            "Place2":{"type":"null"}
            """, Text(both.Bundle()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_left_out_and_only_allows_more()
    {
        string bundle = Text(Person.Bundle(Person.Text.Length * 2));
        Assert.Contains("""
            "home":{}
            """, bundle, StringComparison.Ordinal);
        Assert.Contains("""
            "friend":{"$ref":"#/$defs/Person"}
            """, bundle, StringComparison.Ordinal);
        JsonSchema either = new(static () => """{"oneOf":[{"$ref":"#/datatypes/Person"},{"$ref":"#/datatypes/Place"}],"not":{"$ref":"#/datatypes/Place"}}"""u8, static () => [Person, Place]);
        Assert.Equal("""{"anyOf":[{},{}]}""", Text(either.Bundle(10)));
    }

    [Fact]
    public void The_bundle_says_the_same_as_the_schema()
    {
        byte[] bytes = Person.Bundle();
        JsonSchema bundle = new(() => bytes);
        foreach (string document in (string[])["""{"name":"a"}""", """{"name":"a","friend":{"name":1}}""", """{"name":"a","friend":{"name":"b","home":"x"}}""", """{"name":"a","home":7}""", "[]"])
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(document);
            Assert.Equal(Person.IsValid(utf8), bundle.IsValid(utf8));
        }
    }

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
