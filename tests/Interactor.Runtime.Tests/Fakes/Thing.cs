using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A datatype as the compiler would write it, by hand and smaller.</summary>
public sealed record Thing(string Name, int Size)
{
    public static JsonContract<Thing> Contract { get; } = new(
        TryRead,
        Write,
        new JsonSchema(
            static () => """{"type":"object","required":["name","size"],"properties":{"name":{"type":"string","maxLength":20},"size":{"type":"integer","minimum":1}}}"""u8,
            static _ => null));

    public static void Write(Utf8JsonWriter writer, Thing value)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, value.Name);
        writer.WriteNumber("size"u8, value.Size);
        writer.WriteEndObject();
    }

    public static bool TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out Thing value)
    {
        value = null;
        string? name = null;
        int? size = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
            {
                if (!reader.Read() || !JsonRead.TryString(ref reader, out name))
                {
                    return false;
                }
            }
            else if (reader.ValueTextEquals("size"u8))
            {
                if (!reader.Read() || !JsonRead.TryInt32(ref reader, out int number))
                {
                    return false;
                }

                size = number;
            }
            else
            {
                reader.Skip();
            }
        }

        value = name is null || size is null ? null : new Thing(name, size.Value);
        return value is not null;
    }
}
