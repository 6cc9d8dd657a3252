namespace Interactor.Host.Api;

/// <summary>A text to search for, as a pattern of SQL's <c>LIKE</c> with the escape character <c>\</c>.</summary>
internal static class SearchText
{
    public static string? PatternOf(string? text) => string.IsNullOrEmpty(text)
        ? null
        : $"%{text.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
