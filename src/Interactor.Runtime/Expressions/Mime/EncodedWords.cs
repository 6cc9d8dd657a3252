using System.Text;

namespace Interactor.Runtime.Expressions.Mime;

/// <summary>Encoded words (RFC 2047) in UTF-8 and base64. No character is cut in two.</summary>
internal static class EncodedWords
{
    // A word has at most 75 characters, 12 of them around 60 of base64, which are 45 bytes.
    private const int BytesAWord = 45;

    private const int Frame = 12;

    // A first word of fewer bytes than this is not worth its frame.
    private const int LeastBytes = 12;

    /// <param name="room">Characters left on the line of the first word.</param>
    public static IEnumerable<string> Of(string text, int room)
    {
        int fitting = (room - Frame) / 4 * 3;
        int limit = fitting is >= LeastBytes and < BytesAWord ? fitting : BytesAWord;
        List<byte> bytes = [];
        byte[] rune = new byte[4];
        foreach (Rune r in text.EnumerateRunes())
        {
            int length = r.EncodeToUtf8(rune);
            if (bytes.Count + length > limit)
            {
                yield return Word(bytes);
                bytes.Clear();
                limit = BytesAWord;
            }

            bytes.AddRange(rune.AsSpan(0, length));
        }

        if (bytes.Count > 0)
        {
            yield return Word(bytes);
        }
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
