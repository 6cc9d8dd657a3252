using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation;

/// <summary>Where a keyword stands in a schema's text: its value, its neighbours, and how to load the schemas inside it.</summary>
internal sealed class KeywordSite(SchemaLoader loader, JsonElement schema, string pointer, NameTable names, string name, JsonElement value)
{
    public string Name { get; } = name;

    public JsonElement Value { get; } = value;

    /// <summary>The JSON Pointer of the keyword in the schema's text.</summary>
    public string Pointer { get; } = $"{pointer}/{JsonPointer.Escape(name)}";

    /// <summary>The names that the keywords of this schema mention.</summary>
    public NameTable Names { get; } = names;

    /// <summary>The whole value as a schema.</summary>
    public SchemaNode Schema() => loader.Load(Value, pointer, "/" + JsonPointer.Escape(Name), Name);

    /// <summary>A schema inside the value.</summary>
    public SchemaNode Schema(string step, JsonElement inner) =>
        loader.Load(inner, pointer, $"/{JsonPointer.Escape(Name)}/{JsonPointer.Escape(step)}", Name);

    /// <summary>Every item of the value as a schema.</summary>
    public SchemaNode[] Schemas() => [.. Value.EnumerateArray().Select((item, i) => Schema($"{i}", item))];

    /// <summary>The keyword beside this one in the same schema object.</summary>
    public KeywordSite? Neighbour(string other) =>
        schema.TryGetProperty(other, out JsonElement found) ? new(loader, schema, pointer, Names, other, found) : null;

    /// <summary>The value as a count: a number that is a non-negative integer, 2.0 included.</summary>
    public int Count()
    {
        if (Value.ValueKind != JsonValueKind.Number || !NumberToken.TryInt64(System.Text.Encoding.UTF8.GetBytes(Value.GetRawText()), out long count) || count < 0)
        {
            throw Wrong("must be a non-negative integer");
        }

        return (int)Math.Min(count, int.MaxValue);
    }

    /// <summary>The value as the bytes of a number.</summary>
    public byte[] Number() => Value.ValueKind == JsonValueKind.Number
        ? System.Text.Encoding.UTF8.GetBytes(Value.GetRawText())
        : throw Wrong("must be a number");

    public string Text() => Value.ValueKind == JsonValueKind.String ? Value.GetString()! : throw Wrong("must be a string");

    /// <summary>Runs once every schema of the text is loaded.</summary>
    public void OnLoaded(Action<SchemaDocument> link) => loader.OnLoaded(link);

    public InvalidOperationException Wrong(string rule) => new($"The schema's {Pointer} {rule}.");
}
