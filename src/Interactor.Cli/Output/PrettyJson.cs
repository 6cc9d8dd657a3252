using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interactor.Cli.Output;

/// <summary>JSON for people: indented, and every letter as itself.</summary>
internal static class PrettyJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Of(ReadOnlyMemory<byte> utf8)
    {
        using JsonDocument document = JsonDocument.Parse(utf8.IsEmpty ? "null"u8.ToArray() : utf8);
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text, Options))
        {
            document.RootElement.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
