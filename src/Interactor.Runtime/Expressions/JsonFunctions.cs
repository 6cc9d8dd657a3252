using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Expressions;

/// <summary>JSON as text.</summary>
public static class JsonFunctions
{
    /// <summary>The JSON text of a value, without white space between its parts.</summary>
    public static string Text(JsonValue value)
    {
        string text = JsonValue.From(value, static (writer, v) => v.WriteTo(writer)).ToString();
        ResultSize.CheckText(text.Length);
        return text;
    }

    /// <summary>The same; null for null, where a value may be missing.</summary>
    public static string? TextOrNull(JsonValue value) => value.IsNull ? null : Text(value);

    /// <summary>An object of members of which each says whether null leaves it out.</summary>
    public static JsonValue Object(params ReadOnlySpan<(string Name, JsonValue Value, bool OmitNull)> members)
    {
        List<KeyValuePair<string, JsonValue>> present = [];
        foreach ((string name, JsonValue value, bool omitNull) in members)
        {
            if (!omitNull || !value.IsNull)
            {
                present.Add(new KeyValuePair<string, JsonValue>(name, value));
            }
        }

        return JsonValue.Object(present);
    }

    /// <summary>The value that JSON text in UTF-8 holds (RFC 8259).</summary>
    public static JsonValue Parse(ReadOnlyMemory<byte> json, ExpressionPlace place)
    {
        try
        {
            return JsonValue.Parse(json.Span);
        }
        catch (JsonException)
        {
            // The message of the parser quotes the text.
            throw place.Failure("the text is not JSON");
        }
    }
}
