using System.Buffers;
using System.Buffers.Text;

namespace Interactor.Runtime.Json.Tokens;

/// <summary>
/// Base64 with the standard alphabet (RFC 4648, section 4). The padding may be missing and white space may break the lines, because
/// large providers send both; the URL alphabet is refused, and so are unused bits that are not zero (section 3.5).
/// </summary>
internal static class Base64Text
{
    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        // Letters alone, but for the padding at the end, is how nearly everybody writes it.
        int letters = text.IndexOfAnyExcept(Letters);
        letters = letters < 0 ? text.Length : letters;
        int padding = 0;
        byte last = letters > 0 ? text[letters - 1] : (byte)0;
        foreach (byte letter in text[letters..])
        {
            if (letter == '=')
            {
                padding++;
            }
            else if (padding == 0 && Value(letter) >= 0)
            {
                letters++;
                last = letter;
            }
            else if (!IsSpace(letter))
            {
                return false;
            }
        }

        return (letters % 4) switch
        {
            0 => padding == 0,
            2 => padding is 0 or 2 && (Value(last) & 0b1111) == 0,
            3 => padding is 0 or 1 && (Value(last) & 0b11) == 0,
            _ => false,
        };
    }

    public static bool TryDecode(ReadOnlySpan<byte> text, out byte[] bytes)
    {
        bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, bytes, out _, out int written) == OperationStatus.Done)
        {
            Array.Resize(ref bytes, written);
            return true;
        }

        bytes = IsValid(text) ? DecodeUnpadded(text) : [];
        return bytes.Length > 0;
    }

    private static byte[] DecodeUnpadded(ReadOnlySpan<byte> text)
    {
        byte[] padded = new byte[text.Length + 3];
        int length = 0;
        foreach (byte letter in text)
        {
            if (!IsSpace(letter) && letter != '=')
            {
                padded[length++] = letter;
            }
        }

        int whole = (length + 3) / 4 * 4;
        padded.AsSpan(length, whole - length).Fill((byte)'=');
        _ = Base64.DecodeFromUtf8InPlace(padded.AsSpan(0, whole), out int written);
        return padded[..written];
    }

    private static int Value(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };

    private static bool IsSpace(byte letter) => letter is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
