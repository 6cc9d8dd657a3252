using System.Globalization;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Expressions.Mime;

/// <summary>Reads addresses: <c>a@b</c>, <c>Name &lt;a@b&gt;</c>, several with commas, objects with a name, or arrays of these.</summary>
internal sealed class MimeAddressReader(MimeReport report)
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public IReadOnlyList<MimeAddress> Read(string part, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonValueKind.Null:
                return [];
            case JsonValueKind.Array:
                return [.. value.Element.EnumerateArray().SelectMany(item => Read(part, new JsonValue(item)))];
            case JsonValueKind.Object:
                return [ReadObject(part, value)];
            default:
                string text = JsonScalar.TryText(value, out string? t) ? t : throw report.Failure(part, $"is {JsonKindText.Of(value.Kind)} and not an address");
                return [.. Pieces(report.HeaderText(part, text)).Select(piece => ReadOne(part, piece))];
        }
    }

    private MimeAddress ReadObject(string part, JsonValue value)
    {
        bool hasAddress = value.TryGetMember("address", out JsonValue address) || value.TryGetMember("email", out address);
        if (!hasAddress || !JsonScalar.TryText(address, out string? addressText))
        {
            throw report.Failure(part, "has an object without the text 'address'");
        }

        value.TryGetMember("name", out JsonValue name);
        string nameText = JsonScalar.TryText(name, out string? n) ? n : string.Empty;
        return new MimeAddress(report.HeaderText(part, nameText).Trim(), Checked(part, report.HeaderText(part, addressText)));
    }

    private MimeAddress ReadOne(string part, string piece)
    {
        string text = piece.Trim();
        int open = text.LastIndexOf('<');
        return open >= 0 && text.EndsWith('>')
            ? new MimeAddress(Unquote(text[..open].Trim()), Checked(part, text[(open + 1)..^1]))
            : new MimeAddress(string.Empty, Checked(part, text));
    }

    private string Checked(string part, string address)
    {
        string text = address.Trim();
        int at = text.LastIndexOf('@');
        string local = at > 0 ? text[..at] : string.Empty;
        string? domain = at > 0 ? Domain(text[(at + 1)..]) : null;
        bool isLocal = local.Length is > 0 and <= 64 && local.All(c => c is > ' ' and < '\x7F' && !"()<>[]:;@\\,\"".Contains(c, StringComparison.Ordinal));
        return isLocal && domain is not null ? $"{local}@{domain}" : throw report.Failure(part, "has something that is not an e-mail address");
    }

    private static string? Domain(string domain)
    {
        try
        {
            string ascii = Idn.GetAscii(domain);
            return ascii.Length <= 253 ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Commas inside quotes belong to a name.
    private static List<string> Pieces(string text)
    {
        List<string> pieces = [];
        StringBuilder piece = new();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\' && isQuoted && i + 1 < text.Length)
            {
                piece.Append(c).Append(text[++i]);
                continue;
            }

            isQuoted ^= c == '"';
            if (c == ',' && !isQuoted)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            else
            {
                piece.Append(c);
            }
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    private static string Unquote(string name)
    {
        if (name.Length < 2 || name[0] != '"' || name[^1] != '"')
        {
            return name;
        }

        StringBuilder text = new();
        for (int i = 1; i < name.Length - 1; i++)
        {
            i += name[i] == '\\' && i + 2 < name.Length ? 1 : 0;
            text.Append(name[i]);
        }

        return text.ToString();
    }
}
