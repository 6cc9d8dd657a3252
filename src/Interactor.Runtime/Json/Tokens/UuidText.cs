using System.Buffers.Text;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Interactor.Runtime.Json.Tokens;

/// <summary>The 8-4-4-4-12 form of a UUID (RFC 9562, section 4), in either case, and no other.</summary>
internal static class UuidText
{
    private const int Length = 36;

    // Three blocks of 16 bytes, the last of which overlaps the second.
    private const int LastBlock = Length - 16;

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (text.Length != Length || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        {
            return false;
        }

        // Four hyphens stand where they must; more would make more bytes that are no digits.
        return NotDigits(text) + NotDigits(text[16..]) + NotDigits(text[LastBlock..]) == 5;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out Guid uuid)
    {
        uuid = default;
        return text.Length == 36 && Utf8Parser.TryParse(text, out uuid, out int used, 'D') && used == 36;
    }

    private static int NotDigits(ReadOnlySpan<byte> text)
    {
        Vector128<byte> bytes = Vector128.Create(text[..Vector128<byte>.Count]);
        Vector128<byte> digits = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        Vector128<byte> letters = Vector128.LessThanOrEqual((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)5));
        return Vector128<byte>.Count - BitOperations.PopCount((digits | letters).ExtractMostSignificantBits());
    }
}
