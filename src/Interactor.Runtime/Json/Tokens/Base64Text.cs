using System.Buffers;
using System.Buffers.Text;

namespace Interactor.Runtime.Json.Tokens;

/// <summary>
/// Base64 with the standard alphabet (RFC 4648, section 4). The padding may be missing and white space may break the lines, because
/// large providers send both; the URL alphabet is refused.
/// </summary>
internal static class Base64Text
{
    private static readonly SearchValues<byte> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    public static bool IsValid(ReadOnlySpan<byte> text) => Base64.IsValid(text) || (Count(text, out int letters) && letters % 4 != 1);

    public static bool TryDecode(ReadOnlySpan<byte> text, out byte[] bytes)
    {
        bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, bytes, out _, out int written) != OperationStatus.Done)
        {
            return TryDecodeUnpadded(text, out bytes);
        }

        Array.Resize(ref bytes, written);
        return true;
    }

    private static bool TryDecodeUnpadded(ReadOnlySpan<byte> text, out byte[] bytes)
    {
        bytes = [];
        if (!Count(text, out int letters) || letters % 4 == 1)
        {
            return false;
        }

        byte[] padded = new byte[(letters + 3) / 4 * 4];
        int length = 0;
        foreach (byte letter in text)
        {
            if (!IsSpace(letter))
            {
                padded[length++] = letter;
            }
        }

        padded.AsSpan(length).Fill((byte)'=');
        if (Base64.DecodeFromUtf8InPlace(padded, out int written) != OperationStatus.Done)
        {
            return false;
        }

        bytes = padded[..written];
        return true;
    }

    // Letters of a text without padding; false when anything else stands in it.
    private static bool Count(ReadOnlySpan<byte> text, out int letters)
    {
        letters = 0;
        foreach (byte letter in text)
        {
            if (Letters.Contains(letter))
            {
                letters++;
            }
            else if (!IsSpace(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSpace(byte letter) => letter is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
