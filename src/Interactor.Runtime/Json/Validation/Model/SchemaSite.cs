using System.Globalization;
using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>
/// A schema object in its text, asked for its keywords. The text is a build product: what has the wrong shape is its writer's error, and
/// the exception names the place.
/// </summary>
internal sealed class SchemaSite(JsonElement schema, string pointer)
{
    public string Pointer { get; } = pointer;

    public string PointerOf(string keyword) => $"{Pointer}/{JsonPointer.Escape(keyword)}";

    public bool TryGet(string keyword, out JsonElement value) => schema.TryGetProperty(keyword, out value);

    public bool HasAny(params ReadOnlySpan<string> keywords)
    {
        foreach (string keyword in keywords)
        {
            if (TryGet(keyword, out _))
            {
                return true;
            }
        }

        return false;
    }

    public string? Text(string keyword) => !TryGet(keyword, out JsonElement value) ? null : TextOf(value, keyword);

    public bool Flag(string keyword) => TryGet(keyword, out JsonElement value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(keyword, "true or false"),
    };

    /// <summary>A number that counts things; <c>2.0</c> is one. What an <see cref="int"/> cannot hold, nothing can have.</summary>
    public int Count(string keyword, int otherwise)
    {
        if (!TryGet(keyword, out JsonElement value))
        {
            return otherwise;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double count) || count < 0 || count != Math.Floor(count))
        {
            throw Wrong(keyword, "a whole number from 0 up");
        }

        return count >= int.MaxValue ? int.MaxValue : (int)count;
    }

    public NumberConstant? Number(string keyword)
    {
        if (!TryGet(keyword, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number ? new(value.GetRawText()) : throw Wrong(keyword, "a number");
    }

    public NumberConstant? Divisor(string keyword)
    {
        NumberConstant? divisor = Number(keyword);
        return divisor is null or { IsPositive: true } ? divisor : throw Wrong(keyword, "a number above 0");
    }

    /// <summary>A keyword that the normal form does not have, and that would let through what it refuses.</summary>
    public void Refuse(string keyword)
    {
        if (TryGet(keyword, out _))
        {
            throw new InvalidOperationException($"The schema's '{PointerOf(keyword)}' must be resolved before the schema is loaded.");
        }
    }

    /// <summary>A name, or a list of names.</summary>
    public string[] Names(string keyword) =>
        !TryGet(keyword, out JsonElement value) ? []
        : value.ValueKind == JsonValueKind.Array ? NamesOf(value)
        : [TextOf(value, keyword)];

    public string[] NamesOf(JsonElement list) => Array.ConvertAll(List("", list), n => TextOf(n, ""));

    public JsonElement[] List(string keyword, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(keyword, "an array");
        }

        JsonElement[] list = new JsonElement[value.GetArrayLength()];
        for (int i = 0; i < list.Length; i++)
        {
            list[i] = value[i];
        }

        return list;
    }

    public JsonElement.ObjectEnumerator Members(string keyword)
    {
        if (!TryGet(keyword, out JsonElement value))
        {
            return default;
        }

        return value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : throw Wrong(keyword, "an object");
    }

    private string TextOf(JsonElement value, string keyword) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(keyword, "a string");

    private InvalidOperationException Wrong(string keyword, string shape) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The schema's '{PointerOf(keyword)}' must be {shape}."));
}
