using System.Text;

namespace Interactor.Runtime.Http;

/// <summary>A file name that somebody else chose, as any system may be given it (RFC 6266, section 4.3).</summary>
internal static class SafeFileName
{
    // What a name may have on all file systems in common use.
    private const int LongestUtf8 = 255;

    // An extension is kept where a name is cut. What is longer is none.
    private const int LongestExtension = 16;

    // Names that Windows gives to devices in every directory, whatever extension follows.
    private static readonly HashSet<string> Devices = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$",
            .. "0123456789\u00b9\u00b2\u00b3".SelectMany(static digit => new[] { $"COM{digit}", $"LPT{digit}" }),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, without what would lead elsewhere; null where nothing is left.</summary>
    public static string? Of(string? name)
    {
        if (name is null)
        {
            return null;
        }

        // What stands before the last separator of any system names a directory, and a letter with a colon a drive.
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = name is [_, ':', ..] && char.IsAsciiLetter(name[0]) ? name[2..] : name;
        StringBuilder safe = new();
        foreach (Rune rune in name.EnumerateRunes())
        {
            safe.Append(IsSafe(rune) ? rune.ToString() : "_");
        }

        // Windows drops dots and spaces at the end, so that another file would be meant; shells read a tilde at the beginning as a home directory.
        name = safe.ToString().Trim(' ').TrimEnd('.', ' ');
        name = name.StartsWith('~') ? "_" + name[1..] : name;
        return name.Length == 0 ? null : Short(Devices.Contains(name.Split('.')[0].TrimEnd(' ')) ? "_" + name : name);
    }

    // Control characters, lines, what turns the direction of writing around (so that "exe" is read before "txt"), and what some system forbids.
    private static bool IsSafe(Rune rune) => !Rune.IsControl(rune) && rune != Rune.ReplacementChar
        && rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069));

    private static string Short(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= LongestUtf8)
        {
            return name;
        }

        int dot = name.LastIndexOf('.');
        string extension = dot > 0 && name.Length - dot <= LongestExtension ? name[dot..] : "";
        StringBuilder kept = new();
        int left = LongestUtf8 - Encoding.UTF8.GetByteCount(extension);
        foreach (Rune rune in name.AsSpan(0, name.Length - extension.Length).EnumerateRunes())
        {
            left -= rune.Utf8SequenceLength;
            if (left < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString().TrimEnd('.', ' ') + extension;
    }
}
