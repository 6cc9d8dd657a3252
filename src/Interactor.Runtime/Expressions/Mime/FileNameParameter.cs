using System.Globalization;
using System.Text;

namespace Interactor.Runtime.Expressions.Mime;

/// <summary>Writes a file name as parameters of a header (RFC 2183, RFC 2231).</summary>
internal static class FileNameParameter
{
    private const int PlainLimit = 60;

    /// <summary>The parameters, each in a piece that stays whole, without the semicolons between them.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        bool isPlain = name.Length <= PlainLimit && name.All(c => c is >= ' ' and < '\x7F');
        if (isPlain)
        {
            return [$"filename={QuotedText.Of(name)}"];
        }

        List<string> sections = Sections(name);
        return sections.Count == 1
            ? [$"filename*=utf-8''{sections[0]}"]
            : [.. sections.Select((section, i) => string.Create(CultureInfo.InvariantCulture, $"filename*{i}*={(i == 0 ? "utf-8''" : string.Empty)}{section}"))];
    }

    private static List<string> Sections(string name)
    {
        List<string> sections = [];
        StringBuilder section = new();
        byte[] rune = new byte[4];
        foreach (Rune r in name.EnumerateRunes())
        {
            int length = r.EncodeToUtf8(rune);
            string encoded = r.IsAscii && (char.IsAsciiLetterOrDigit((char)r.Value) || "-._".Contains((char)r.Value, StringComparison.Ordinal))
                ? ((char)r.Value).ToString()
                : string.Concat(rune.Take(length).Select(b => $"%{b:X2}"));
            if (section.Length + encoded.Length > 50)
            {
                sections.Add(section.ToString());
                section.Clear();
            }

            section.Append(encoded);
        }

        sections.Add(section.ToString());
        return sections;
    }
}
