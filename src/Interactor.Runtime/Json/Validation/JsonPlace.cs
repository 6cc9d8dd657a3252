using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation;

/// <summary>Places in the bytes of a document.</summary>
internal static class JsonPlace
{
    /// <summary>A byte order mark says nothing in UTF-8; RFC 8259, section 8.1, lets a receiver skip it.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    /// <summary>The line (counted from 1) and the column (in bytes, counted from 1) of an offset.</summary>
    public static string LineAt(ReadOnlySpan<byte> utf8, int offset)
    {
        ReadOnlySpan<byte> before = utf8[..offset];
        return Line(before.Count((byte)'\n'), offset - (before.LastIndexOf((byte)'\n') + 1));
    }

    public static string Line(long line, long column) => $"line {line + 1}, column {column + 1}";

    /// <summary>The JSON Pointer of the first value or name that starts at an offset or after it; the document itself when there is none.</summary>
    public static string PointerAt(ReadOnlySpan<byte> utf8, long offset)
    {
        InstancePath path = new();
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                bool isEnd = reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject;
                if (isEnd)
                {
                    path.Pop();
                }
                else if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    path.Name(StringToken.ToText(reader.ValueSpan, reader.ValueIsEscaped));
                }
                else
                {
                    path.NextItem();
                }

                if (reader.TokenStartIndex >= offset)
                {
                    return path.ToString();
                }

                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    path.Push(reader.TokenType == JsonTokenType.StartArray);
                }
            }
        }
        catch (JsonException)
        {
            // The bytes end being JSON before the offset; the last place known is the best there is.
            return path.ToString();
        }

        return string.Empty;
    }
}
