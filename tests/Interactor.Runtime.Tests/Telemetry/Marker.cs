using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interactor.Runtime.Tests.Telemetry;

/// <summary>A secret that can be told from any other text, with characters that each encoding changes, and the forms in which it may come to light.</summary>
internal static class Marker
{
    /// <summary>What every secret of the tests holds.</summary>
    public const string Text = "cana\"ry/+ 5e6c&=";

    /// <summary>A secret of a place.</summary>
    public static string Of(string place) => $"{place}-{Text}-{place}";

    /// <summary>The forms that are in a text.</summary>
    public static IEnumerable<string> FormsIn(string text) => Forms.Where(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>The marker as it is, escaped for JSON, percent-encoded, and in both alphabets of Base64 wherever it stands in what was encoded.</summary>
    private static readonly string[] Forms =
    [
        Text,
        JsonEncodedText.Encode(Text).ToString(),
        JsonEncodedText.Encode(Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        Uri.EscapeDataString(Text),
        WebUtility.UrlEncode(Text),
        .. Enumerable.Range(0, 3).SelectMany(Shifted),
    ];

    private static IEnumerable<string> Shifted(int shift)
    {
        string base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', shift) + Text));
        string inside = base64[(((shift * 8) + 5) / 6)..((shift + Text.Length) * 8 / 6)];
        return [inside, inside.Replace('+', '-').Replace('/', '_')];
    }
}
