using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Interactor.Testing.Samples;

/// <summary>Makes a text that a schema accepts.</summary>
internal static class TextSample
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(250);

    private static readonly Dictionary<string, string> ByFormat = new(StringComparer.Ordinal)
    {
        ["date-time"] = "2026-01-01T00:00:00Z",
        ["date"] = "2026-01-01",
        ["time"] = "00:00:00Z",
        ["duration"] = "PT1H",
        ["email"] = "sandbox@example.com",
        ["idn-email"] = "sandbox@example.com",
        ["hostname"] = "sandbox.example.com",
        ["idn-hostname"] = "sandbox.example.com",
        ["ipv4"] = "192.0.2.1",
        ["ipv6"] = "2001:db8::1",
        ["uri"] = "https://sandbox.example.com/",
        ["uri-reference"] = "/sandbox",
        ["iri"] = "https://sandbox.example.com/",
        ["uuid"] = "00000000-0000-4000-8000-000000000001",
        ["json-pointer"] = "/sandbox",
        ["regex"] = ".*",
        ["decimal"] = "1",
    };

    /// <param name="schema">An object with the keywords of a string.</param>
    /// <param name="name">What the value is called.</param>
    /// <param name="number">Which item of a list it is, so that items differ.</param>
    public static string Of(JsonElement schema, string name, int number, ShapeKind kind)
    {
        string plain = number == 0 ? "sandbox-" + name : $"sandbox-{name}-{number + 1}";
        switch (kind)
        {
            case ShapeKind.Base64:
                return Convert.ToBase64String(Encoding.UTF8.GetBytes(plain));
            case ShapeKind.Base64Url:
                return Convert.ToBase64String(Encoding.UTF8.GetBytes(plain)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            case ShapeKind.Timestamp:
                return ByFormat["date-time"];
            case ShapeKind.Integer or ShapeKind.Number:
                return "1";
        }

        string? format = Text(schema, "format");
        if (format == "byte")
        {
            return Convert.ToBase64String(Encoding.UTF8.GetBytes(plain));
        }

        if (format is not null && ByFormat.TryGetValue(format, out string? known))
        {
            return known;
        }

        string fitted = Fit(plain, schema);
        return Text(schema, "pattern") is { } pattern ? ByPattern(pattern, fitted, name, schema) : fitted;
    }

    private static string ByPattern(string pattern, string fitted, string name, JsonElement schema)
    {
        string[] forms = [fitted, "sandbox", Fit("sandbox", schema), name, "1"];
        return Array.Find(forms, form => IsMatch(form, pattern)) ?? PatternSample.Of(pattern) ?? fitted;
    }

    private static string Fit(string text, JsonElement schema)
    {
        int shortest = Count(schema, "minLength") ?? 0;
        int longest = Count(schema, "maxLength") ?? int.MaxValue;
        string fitted = text.Length < shortest ? text + new string('x', shortest - text.Length) : text;
        return fitted.Length > longest ? fitted[..longest] : fitted;
    }

    private static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, PatternTime);
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement schema, string keyword) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(keyword, out JsonElement value) ? value.GetString() : null;

    private static int? Count(JsonElement schema, string keyword) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(keyword, out JsonElement value) && value.TryGetInt32(out int count) ? count : null;
}
