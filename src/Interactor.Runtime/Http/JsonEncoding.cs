using System.Text;

namespace Interactor.Runtime.Http;

/// <summary>The encoding of JSON, which is seen from its first bytes: a text begins with a character of ASCII (RFC 4627, section 3).</summary>
internal static class JsonEncoding
{
    /// <summary>The text in UTF-8 and without a byte order mark, where it was UTF-8 or UTF-16. A charset beside it is not asked for: JSON has none (RFC 8259, section 11).</summary>
    public static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> json)
    {
        Encoding? utf16 = json switch
        {
            [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
            [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
            _ => null,
        };
        return Utf8Mark.Skip(utf16 is null ? json : Encoding.Convert(utf16, Encoding.UTF8, json.ToArray()));
    }
}
