using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Interactor.Host.Api;

/// <summary>Finds the character U+0000 in JSON, where it can only stand escaped. PostgreSQL keeps no text that has it.</summary>
internal static class NulText
{
    private const byte Backslash = (byte)'\\';

    private static ReadOnlySpan<byte> Escape => @"\u0000"u8;

    /// <summary>The JSON Pointer (RFC 6901) of a text with it, or of the object with such a name; null where there is none.</summary>
    public static string? PointerIn(ReadOnlyMemory<byte> json)
    {
        // Nearly always this is all that is done.
        if (!IsIn(json.Span))
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        return PointerIn(document.RootElement, "");
    }

    private static string? PointerIn(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.String => IsIn(JsonMarshal.GetRawUtf8Value(value)) ? pointer : null,
        JsonValueKind.Array => value.EnumerateArray().Select((item, index) => PointerIn(item, $"{pointer}/{index}")).FirstOrDefault(static found => found is not null),
        JsonValueKind.Object => value.EnumerateObject()
            .Select(member => IsIn(JsonMarshal.GetRawUtf8PropertyName(member)) ? pointer : PointerIn(member.Value, $"{pointer}/{Escaped(NameOf(member))}"))
            .FirstOrDefault(static found => found is not null),
        _ => null,
    };

    // An even number of backslashes before it is backslashes only.
    private static bool IsIn(ReadOnlySpan<byte> text)
    {
        for (int at; (at = text.IndexOf(Escape)) >= 0; text = text[(at + Escape.Length)..])
        {
            int before = text[..at].Length - text[..at].TrimEnd(Backslash).Length;
            if (before % 2 == 0)
            {
                return true;
            }
        }

        return false;
    }

    // A name with half of a surrogate pair in it is no text, and is shown as it was sent.
    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
        }
    }

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
