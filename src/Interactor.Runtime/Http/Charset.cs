using System.Text;

namespace Interactor.Runtime.Http;

/// <summary>The charsets in which text is read (RFC 9110, section 8.3.2).</summary>
internal static class Charset
{
    /// <summary>What <see cref="Find"/> finds, for messages.</summary>
    public const string Readable = "UTF-8, UTF-16, ISO-8859-1 and US-ASCII";

    /// <summary>The charset that a response names; null where it names none.</summary>
    public static string? Of(HttpResponseMessage message) => message.Content.Headers.ContentType?.CharSet?.Trim('"') is { Length: > 0 } name ? name : null;

    /// <summary>The encoding of a charset; null for one that is not read.</summary>
    public static Encoding? Find(string name) => name.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => Encoding.UTF8,
        "us-ascii" or "ascii" => Encoding.ASCII,
        "iso-8859-1" or "latin1" => Encoding.Latin1,
        "utf-16" or "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        _ => null,
    };
}
