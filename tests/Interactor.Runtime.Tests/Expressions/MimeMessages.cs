using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Interactor.Runtime.Expressions;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Expressions;

/// <summary>Builds messages and reads them back by the letter of the RFCs, without the code under test.</summary>
internal static partial class MimeMessages
{
    public static string Build(string json) => Encoding.Latin1.GetString(MimeFunctions.Build(JsonValue.Parse(json), ExpressionPlace.Caller("'mime(…)' in x.yaml")).Span);

    /// <summary>The headers, unfolded.</summary>
    public static IReadOnlyList<(string Name, string Value)> Headers(string part)
    {
        string head = part[..part.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        return [.. head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Select(l => (l[..l.IndexOf(':')], l[(l.IndexOf(':') + 1)..].Trim()))];
    }

    public static string? Header(string part, string name)
    {
        string? value = Headers(part).Where(h => h.Name == name).Select(h => h.Value).SingleOrDefault();
        return value is null ? null : DecodeWords(value);
    }

    /// <summary>The decoded bytes of a part.</summary>
    public static byte[] Content(string part)
    {
        string body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Header(part, "Content-Transfer-Encoding") == "base64" ? Convert.FromBase64String(body) : DecodeQuotedPrintable(body);
    }

    public static string Text(string part) => Encoding.UTF8.GetString(Content(part));

    /// <summary>The parts of a multipart.</summary>
    public static IReadOnlyList<string> Parts(string part)
    {
        string boundary = Regex.Match(Header(part, "Content-Type")!, "boundary=\"([^\"]+)\"").Groups[1].Value;
        Assert.InRange(boundary.Length, 1, 70);
        string body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        string[] pieces = ("\r\n" + body).Split("\r\n--" + boundary);
        Assert.StartsWith("--", pieces[^1], StringComparison.Ordinal);
        return [.. pieces[1..^1].Select(p => p[2..])];
    }

    /// <summary>Line lengths and 7-bit characters of RFC 5322 and RFC 2045.</summary>
    public static void AssertWellFormed(string message)
    {
        Assert.DoesNotContain(message, c => c > 126 || (c < 32 && c is not ('\r' or '\n' or '\t')));
        Assert.DoesNotMatch("(?<!\r)\n|\r(?!\n)", message);
        Assert.All(message.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.All(EncodedWord().Matches(message), word => Assert.InRange(word.Length, 1, 75));
    }

    private static string DecodeWords(string value) => EncodedWord().Replace(
        Regex.Replace(value, @"(\?=)\s+(?==\?)", "$1"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    private static byte[] DecodeQuotedPrintable(string body)
    {
        List<byte> bytes = [];
        string text = body.Replace("=\r\n", string.Empty, StringComparison.Ordinal);
        for (int i = 0; i < text.Length; i++)
        {
            bool isEscape = text[i] == '=';
            bytes.Add(isEscape ? byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : (byte)text[i]);
            i += isEscape ? 2 : 0;
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex EncodedWord();
}
