using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>The UTF-8 text of a schema, which is a build product: whatever is wrong with it is an error of its writer.</summary>
internal static class SchemaText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    public static JsonDocument Parse(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonDocument.Parse(text.ToArray(), Options);
        }
        catch (JsonException invalid)
        {
            throw new InvalidOperationException("The schema's text is not JSON.", invalid);
        }
    }

    public static bool Contains(ReadOnlySpan<byte> text, string pointer)
    {
        using JsonDocument document = Parse(text);
        return JsonPointer.TryFind(document.RootElement, pointer, out _);
    }

    /// <summary>The part of the text that a JSON Pointer names.</summary>
    public static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> text, string pointer)
    {
        Utf8JsonReader reader = new(text, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        reader.Read();
        foreach (string step in JsonPointer.Steps(pointer) ?? throw Missing(pointer))
        {
            if (!TryStep(ref reader, step))
            {
                throw Missing(pointer);
            }
        }

        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return text[start..(int)reader.BytesConsumed];
    }

    private static bool TryStep(ref Utf8JsonReader reader, string step)
    {
        bool isArray = reader.TokenType == JsonTokenType.StartArray;
        if (!isArray && reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        for (int index = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject); index++)
        {
            bool isFound = isArray ? step == $"{index}" : reader.ValueTextEquals(step);
            if (!isArray)
            {
                reader.Read();
            }

            if (isFound)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static InvalidOperationException Missing(string pointer) => new($"The schema has nothing at '{pointer}'.");
}
