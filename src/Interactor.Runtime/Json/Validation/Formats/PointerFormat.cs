namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>JSON Pointers (RFC 6901, section 3) and relative ones.</summary>
internal static class PointerFormat
{
    public static bool IsPointer(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ((byte)'0' or (byte)'1')))
            {
                return false;
            }
        }

        return text[0] == '/';
    }

    public static bool IsRelative(ReadOnlySpan<byte> text)
    {
        int digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length : digits;
        return digits > 0 && (digits == 1 || text[0] != '0') && (text[digits..].SequenceEqual("#"u8) || IsPointer(text[digits..]));
    }
}
