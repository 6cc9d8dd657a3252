using System.Reflection;
using System.Text.Json;
using Interactor.Compiler.Tests.Harness;
using Interactor.Runtime.Json;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>C# lets null pass where a type has none: nothing is written then, and the member is named.</summary>
public sealed class NullTests
{
    private const string Datatypes = """
        interactor: 1
        id: nulls
        version: 1.0.0
        datatypes:
          Order:
            type: object
            required: [id, payment, lines, first, at, tags, state, pet]
            properties:
              id: { type: string }
              payment: { $ref: "#/datatypes/Payment" }
              lines: { type: array, items: { $ref: "#/datatypes/Payment" } }
              first: { $ref: "#/datatypes/Line" }
              at: { type: array, prefixItems: [{ type: string }], minItems: 1, items: { type: string } }
              tags: { type: object, additionalProperties: { type: string } }
              state: { type: string, enum: [open, closed] }
              pet: { $ref: "#/datatypes/Pet" }
              note: { type: string }
          Line: { type: object, required: [sku], properties: { sku: { type: string } } }
          Payment: { oneOf: [{ $ref: "#/datatypes/Line" }, { type: string }, { type: integer }] }
          Pet:
            type: object
            required: [kind]
            properties: { kind: { type: string } }
            discriminator: { propertyName: kind, mapping: { cat: "#/datatypes/Cat" } }
          Cat: { allOf: [{ $ref: "#/datatypes/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
          Maybe:
            type: object
            anyOf:
              - { properties: { a: { type: string } } }
              - { required: [b] }
        """;

    private const string Json = """
        {"id":"1","payment":"x","lines":[1,"y"],"first":{"sku":"a/b"},"at":["p","q"],"tags":{"k~":"v"},"state":"open","pet":{"kind":"cat"}}
        """;

    private static readonly Lazy<LoadedCode> Code = new(() => LoadedCode.Of(Datatypes));

    [Theory]
    [InlineData("Id", "/id")]
    [InlineData("Payment", "/payment")]
    [InlineData("Payment.Value", "/payment")]
    [InlineData("Lines", "/lines")]
    [InlineData("Lines.1", "/lines/1")]
    [InlineData("First", "/first")]
    [InlineData("First.Sku", "/first/sku")]
    [InlineData("At", "/at")]
    [InlineData("At.Item1", "/at/0")]
    [InlineData("At.Rest", "/at/1")]
    [InlineData("Tags", "/tags")]
    [InlineData("State", "/state")]
    [InlineData("Pet", "/pet")]
    public void A_null_is_refused_with_its_place(string member, string pointer)
    {
        object order = Read("Order", Json);
        Clear(order, member.Split('.'));

        TargetInvocationException failure = Assert.Throws<TargetInvocationException>(() => Code.Value.Contract("Order").Serialize(order));
        Assert.Equal((pointer, "must not be null"), Assert.IsType<JsonContractException>(failure.InnerException).Errors.Select(e => (e.Pointer, e.Message)).Single());
        JsonContractException serializer = Assert.Throws<JsonContractException>(() => JsonSerializer.Serialize(order, order.GetType()));
        Assert.Contains($"{pointer} must not be null", serializer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_for_absence_is_no_value_that_was_validated()
    {
        const string json = """{"a":null,"b":1}""";
        LoadedCode.LoadedContract contract = Code.Value.Contract("Maybe");
        Assert.True(contract.IsValid(json));
        Assert.True(contract.TryParse(json, out _));
        Assert.True(!contract.TryParseValid(json, out object? value) || contract.Serialize(value!).Contains("null", StringComparison.Ordinal));
    }

    private static void Clear(object owner, string[] path)
    {
        object target = owner;
        foreach (string step in path[..^1])
        {
            target = target.GetType().GetProperty(step)!.GetValue(target)!;
        }

        if (target is Array items)
        {
            items.SetValue(null, int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            target.GetType().GetProperty(path[^1])!.SetValue(target, null);
        }
    }

    private static object Read(string type, string json)
    {
        Assert.True(Code.Value.Contract(type).TryParse(json, out object? value), json);
        return value!;
    }
}
