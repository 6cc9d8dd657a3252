using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A datatype as the compiler would write it, by hand and smaller.</summary>
public sealed record Thing(string Name, int Size)
{
    private static readonly JsonMemberTable Members = new("!name,!size");

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

    public static bool TryRead(ref JsonScanner scanner, [MaybeNullWhen(false)] out Thing value)
    {
        value = null;
        string? name = null;
        int size = 0;
        JsonMemberReader members = new(Members);
        while (members.Next(ref scanner))
        {
            members.IsRead = members.Member switch
            {
                0 => JsonRead.Try(ref scanner, out name),
                1 => JsonRead.Try(ref scanner, out size),
                _ => scanner.TrySkip(),
            };
        }

        value = members.IsComplete ? new(name!, size) : null;
        return value is not null;
    }
}
