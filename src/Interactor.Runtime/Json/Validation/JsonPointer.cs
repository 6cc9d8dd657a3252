using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>JSON Pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    public static string Escape(string step) =>
        step.AsSpan().IndexOfAny('~', '/') < 0 ? step : step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unescape(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>The steps of a pointer, unescaped.</summary>
    /// <returns>Null when the text is not a pointer.</returns>
    public static string[]? Steps(string pointer) =>
        pointer.Length == 0 ? [] : pointer[0] == '/' ? [.. pointer[1..].Split('/').Select(Unescape)] : null;

    public static bool TryFind(JsonElement root, string pointer, [MaybeNullWhen(false)] out JsonElement found)
    {
        found = root;
        if (Steps(pointer) is not { } steps)
        {
            return false;
        }

        foreach (string step in steps)
        {
            if (found.ValueKind == JsonValueKind.Object && found.TryGetProperty(step, out JsonElement member))
            {
                found = member;
            }
            else if (found.ValueKind == JsonValueKind.Array
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < found.GetArrayLength())
            {
                found = found[index];
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
