using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Interactor.Runtime.Json.Validation;

/// <summary>What keeps bytes from being a JSON document that can be looked at: encoding, grammar, depth.</summary>
internal static class DocumentCheck
{
    /// <returns>Null when the document can be read to its end.</returns>
    public static ErrorDetail? Find(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            return new(string.Empty, $"is not valid UTF-8 ({JsonPlace.LineAt(utf8, FirstInvalid(utf8))})");
        }

        // One level more than is allowed, so that the first level too deep is seen here and not as an exception.
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = JsonSchema.MaxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == JsonSchema.MaxDepth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    return new(JsonPlace.PointerAt(utf8, reader.TokenStartIndex), $"is nested more than {JsonSchema.MaxDepth} levels deep");
                }
            }

            return null;
        }
        catch (JsonException invalid)
        {
            // The exception's own message quotes the document, which may hold secrets.
            string place = JsonPlace.Line(invalid.LineNumber ?? 0, invalid.BytePositionInLine ?? 0);
            return new(string.Empty, utf8.IsEmpty ? "is empty, which is not JSON" : $"is not valid JSON ({place})");
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        int offset = 0;
        while (offset < utf8.Length && Rune.DecodeFromUtf8(utf8[offset..], out _, out int used) == OperationStatus.Done)
        {
            offset += used;
        }

        return offset;
    }
}
