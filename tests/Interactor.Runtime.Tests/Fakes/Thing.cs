using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A datatype as the compiler would write it, by hand and smaller.</summary>
public sealed record Thing(string Name, int Size)
{
    private static readonly JsonMemberTable Members = new(["name", "size"], required: [0, 1], notNull: [], isClosed: false);

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
        if (!scanner.TryBeginObject())
        {
            return false;
        }

        Span<ulong> seen = stackalloc ulong[1];
        int member = -1;
        while (Members.Next(ref scanner, seen, ref member))
        {
            bool isRead = member switch
            {
                0 => JsonRead.TryString(ref scanner, out name),
                1 => JsonRead.TryInt32(ref scanner, out size),
                _ => scanner.TrySkip(),
            };
            if (!isRead)
            {
                return false;
            }
        }

        value = Members.HasRequired(seen) ? new(name!, size) : null;
        return value is not null;
    }
}
