using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Xml;

/// <summary>The beginning of a document, as far as it says how the rest is encoded (XML 1.0, section 4.3.3).</summary>
internal static partial class XmlDeclaration
{
    // A declaration has three short values.
    private const int Longest = 400;

    /// <summary>The encoding that a document names, as it may stand in a message, where the document was refused for it; else null.</summary>
    public static string? RefusedEncoding(ReadOnlySpan<byte> document, XmlException error)
    {
        // Two bytes a character or one, its characters are those of ASCII.
        string start = Encoding.Latin1.GetString(document[..Math.Min(document.Length, Longest)]).Replace("\0", "", StringComparison.Ordinal);
        if (Named().Match(start) is not { Success: true } match)
        {
            return null;
        }

        // The framework does not know it; or it has two bytes a character where the document has one, which is found before there are lines.
        string name = match.Groups[1].Value;
        bool isRefused = error.InnerException is ArgumentException or NotSupportedException || (error.LineNumber == 0 && Charset.Find(name)?.IsSingleByte != true);
        return isRefused && !name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? ShownName.Of(name) : null;
    }

    [GeneratedRegex("""^[^<]{0,3}<\?xml\s[^>]*?encoding\s*=\s*["']([^"'<>]*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
