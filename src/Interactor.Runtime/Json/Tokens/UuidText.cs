using System.Buffers.Text;

namespace Interactor.Runtime.Json.Tokens;

/// <summary>The 8-4-4-4-12 form of a UUID (RFC 9562, section 4), in either case, and no other.</summary>
internal static class UuidText
{
    public static bool IsValid(ReadOnlySpan<byte> text) => TryParse(text, out _);

    public static bool TryParse(ReadOnlySpan<byte> text, out Guid uuid)
    {
        uuid = default;
        return text.Length == 36 && Utf8Parser.TryParse(text, out uuid, out int used, 'D') && used == 36;
    }
}
