using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;

namespace Interactor.Import.PowerPlatform;

/// <summary>A parameter that nobody sees and that is always sent with its default: <c>x-ms-visibility: internal</c>.</summary>
internal static class FixedValue
{
    /// <summary>Null for a parameter that callers give.</summary>
    public static string? Of(DocumentPlace parameter) =>
        IsInternal(parameter)
        && parameter.IsTrue("required")
        && parameter.Find("default") is { Node: ScalarNode, Text: { } value }
        && IsWritable(parameter.TextOf("in"), value)
            ? value
            : null;

    public static bool IsInternal(DocumentPlace place) =>
        string.Equals(place.TextOf("x-ms-visibility")?.Trim(), "internal", StringComparison.OrdinalIgnoreCase);

    // Headers take ASCII only, and a part of a path is never empty.
    private static bool IsWritable(string? location, string value) => location switch
    {
        "header" => value.All(c => c is >= ' ' and <= '~'),
        "path" => value.Length > 0 && value is not ("." or ".."),
        "query" => true,
        _ => false,
    };
}
